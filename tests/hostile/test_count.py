"""How much is tried; so that nothing drops out unseen."""

from tests.hostile import test_files, test_fuzz, test_injection, test_templates, test_texts

CASES = 228


def test_the_number_of_hostile_cases():
    tried = {
        "texts": len(test_texts.ALONE) + len(test_texts.TOGETHER),
        "files": len(test_files.KINDS) + len(test_files.NAMES) + 16,
        "injected texts": len(test_injection.RUNS),
        "templates": len(test_templates.TEMPLATES),
        "random": 2 * test_fuzz.OURS.max_examples,
    }
    print(tried)
    assert sum(tried.values()) == CASES
