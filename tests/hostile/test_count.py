"""The number of hostile cases, so that none is lost unnoticed."""

from tests.conftest import examples
from tests.hostile.files import test_files, test_fuzz, test_large, test_texts
from tests.hostile.output import test_injection
from tests.hostile.templates import test_templates

CASES = {
    "texts": 151,
    "files": 59,
    "large files": 7,
    "injected texts": 22,
    "templates": 57,
    "random": 2 * examples(160),
}
"""Cases of each kind; change it when some are added."""


def test_the_number_of_hostile_cases():
    files, templates = test_files, test_templates
    tried = {
        "texts": len(test_texts.ALONE) + len(test_texts.TOGETHER),
        "files": sum(
            map(len, (files.KINDS, files.NAMES, files.CHANGES, files.WORDS, files.FORMATS))
        ),
        "large files": len(test_large.LARGE),
        "injected texts": len(test_injection.RUNS),
        "templates": sum(map(len, (templates.REFUSED, templates.ENDLESS, templates.GROWING))),
        "random": 2 * test_fuzz.OURS.max_examples,
    }
    assert tried == CASES
