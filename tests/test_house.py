"""The house stands: floors, folders, wheel, shipped files."""

import re
import subprocess
import sys
import venv
import zipfile
from collections import Counter
from collections.abc import Collection
from pathlib import Path

import pytest

from evalkit.checking.load import load
from evalkit.model.criteria import Criteria
from evalkit.model.scale import Linear, Points, Target
from evalkit.model.vendor import Vendor
from tests.conftest import ROOT, SHIPPED_DAY
from tests.unmeasured import SLOW, WHOLE

BIN = Path(sys.executable).parent
PACKAGE = ROOT / "evalkit"
TESTS = ROOT / "tests"
SUITES = {"benchmarks", "docs", "golden", "hostile", "hosts"}
"""Folders of tests that have a purpose of their own, and mirror nothing."""
OF_SEVERAL = {
    "cases": "published and real cases, through a whole package",
    "house": "what is here",
    "house_texts": "what holds for every text that the package writes",
    "manuals": "the examples of every rule",
    "properties": "what holds for everything that a package does",
    "story": "what a person does, one command after another",
}
"""Tests of several modules, and why."""
WITHOUT_TESTS = {
    "evaluation/record": "records that hold figures and do nothing; who fills them is tested",
    "model/prices": "records of charges, held to their schema and used by every test of costs",
}
"""Folders of the package without tests, and why."""


def run(*words, cwd=ROOT, **options):
    return subprocess.run(
        [str(w) for w in words], cwd=cwd, capture_output=True, text=True, check=False, **options
    )


def test_imports_only_go_down():
    ran = run(BIN / "lint-imports", "--no-cache")
    assert ran.returncode == 0, ran.stdout


def test_only_what_fills_templates_or_prints_is_another_program():
    # What git, an editor or a pager runs is said by files of the repository that is checked.
    starts = re.compile(
        r"\b(subprocess|pty|webbrowser|startfile|pager)\b|\bos\.(system|popen|exec|spawn|posix_s)"
        r"|\b(typer|click)\.(launch|edit)\b|create_subprocess"
    )
    files = (ROOT / "evalkit").rglob("*.py")
    found = {file.name for file in files if starts.search(file.read_text("utf-8"))}
    assert found == {"isolated.py", "pdf.py"}


def modules(top):
    """Every module below a folder, by its path there; packages' own files do not count."""
    files = (file for file in top.rglob("*.py") if file.name != "__init__.py")
    return [file.relative_to(top) for file in files]


def mirrored():
    return [
        path
        for path in modules(TESTS)
        if path.parts[0] not in SUITES and path.name.startswith("test_")
    ]


def test_who_looks_for_the_tests_of_a_module_finds_them_by_its_name():
    package = set(modules(PACKAGE))
    found = {path: path.with_name(path.name.removeprefix("test_")) for path in mirrored()}
    strays = {path for path, of in found.items() if of not in package}
    assert {str(path) for path in strays if found[path].stem not in OF_SEVERAL} == set()
    assert {found[path].stem for path in strays} == OF_SEVERAL.keys()


def test_each_folder_of_the_package_has_a_folder_of_tests():
    tested = {path.parent for path in mirrored()}
    lacking = {str(path.parent) for path in modules(PACKAGE) if path.parent not in tested}
    assert lacking == WITHOUT_TESTS.keys()


@pytest.mark.parametrize("top", [PACKAGE, TESTS], ids=["package", "tests"])
def test_no_folder_holds_more_than_15_modules(top):
    counts = Counter((top / path).parent for path in modules(top))
    assert [folder for folder, count in counts.items() if count > 15] == []


def rooms(package):
    """Which rooms of a package, its folders and modules, import which others."""
    for path in modules(package):
        room = path.parts[0].removesuffix(".py")
        for line in (package / path).read_text("utf-8").splitlines():
            found = re.match(rf" *from evalkit\.{package.name}\.(\w+)", line)
            if found and found[1] != room:
                yield room, found[1]


@pytest.mark.parametrize(
    "package", sorted(each.parent.name for each in PACKAGE.glob("*/__init__.py"))
)
def test_no_two_rooms_of_a_package_import_each_other(package):
    arrows = set(rooms(PACKAGE / package))
    assert {(one, other) for one, other in arrows if (other, one) in arrows} == set()


@pytest.mark.parametrize(
    "name", ["Flow", "Figure", "Outcome", "Points", "Share", "Span", "Standing", "Swing"]
)
def test_a_name_that_once_meant_several_things_means_one(name):
    defines = re.compile(rf"^(class {name}\b|{name}(: [^=]+)? = )", re.MULTILINE)
    found = [
        path for path in modules(PACKAGE) if defines.search((PACKAGE / path).read_text("utf-8"))
    ]
    assert len(found) == 1


def test_no_module_of_the_package_is_longer_than_300_lines():
    lengths = {path: len((PACKAGE / path).read_text().splitlines()) for path in modules(PACKAGE)}
    assert {path for path, length in lengths.items() if length > 300} == set()


def test_every_shipped_file_is_without_errors():
    assert load(ROOT, SHIPPED_DAY).errors == ()


def test_what_shipped_files_state_can_be_looked_up_and_says_no_to_nothing_unread():
    stated = {"EK316", "EK340", "EK341", "EK342", "EK343"}
    found = [each for each in load(ROOT, SHIPPED_DAY).diagnostics if each.code in stated]
    assert found == []


def test_all_35_vendors_one_candidate_and_ten_categories_are_there():
    workspace = load(ROOT, SHIPPED_DAY)
    without = {name for name, each in workspace.vendors.items() if each.candidate}
    assert without == {"present-bank"}
    assert len(workspace.vendors) == 35 + len(without)
    assert len({v.category for v in workspace.vendors.values()}) == 10
    assert set(workspace.plans) == {"storefront-payments", "catalogue-pim", "lifecycle-email"}


CONTRACT = ("security", "exit", "viability")


def extended(criteria: Criteria):
    return [name for name, each in criteria.items() if each.extends == "integration"]


def test_every_category_extends_the_six_points_and_every_scale_says_why():
    workspace = load(ROOT, SHIPPED_DAY)
    six = {"api", "plugin", "cost", "scalability", "maintenance", "help-desk"}
    assert len(extended(workspace.criteria)) == 10
    for criteria in workspace.criteria.values():
        assert {*six, *CONTRACT} <= set(criteria.criteria)
        for leaf in criteria.leaves.values():
            assert leaf.measure.scale.because
            assert leaf.measure.question
            assert leaf.measure.unit or not isinstance(leaf.measure.scale, (Linear, Points, Target))


def test_no_two_measures_of_a_category_bear_one_title_or_ask_one_question():
    for criteria in load(ROOT, SHIPPED_DAY).criteria.values():
        for told in ("title", "question"):
            said = Counter(getattr(leaf.measure, told) for leaf in criteria.leaves.values())
            assert {text for text, times in said.items() if times > 1} == set(), criteria.id


def known(vendor: Vendor, measures: Collection[str]):
    return [name for name in measures if name in vendor.facts if not vendor.facts[name].is_unknown]


def test_what_a_contract_is_asked_weighs_at_most_a_tenth_until_half_of_it_is_known():
    # The answer may only count for more where half of the vendors have half of the answers.
    workspace = load(ROOT, SHIPPED_DAY)
    for category in extended(workspace.criteria):
        criteria = workspace.criteria[category]
        asked = [name for name, leaf in criteria.leaves.items() if leaf.top in CONTRACT]
        of_it = [vendor for vendor in workspace.vendors.values() if vendor.category == category]
        answered = [vendor for vendor in of_it if 2 * len(known(vendor, asked)) >= len(asked)]
        weights = {name: each.weight for name, each in criteria.criteria.items()}
        share = sum(weights[name] for name in CONTRACT) / sum(weights.values())
        assert share <= 0.1 or 2 * len(answered) >= len(of_it), category


def test_every_known_fact_names_its_source_and_kind():
    for vendor in load(ROOT, SHIPPED_DAY).vendors.values():
        for name, fact in vendor.facts.items():
            for _, reading in () if fact.is_unknown else fact.stated:
                assert reading.source, (vendor.id, name)
                assert reading.source_kind, (vendor.id, name)


@pytest.mark.slow
def test_the_built_wheel_scores_outside_the_checkout(tmp_path):
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "evalkit/data/criteria/integration.yaml" in names
    assert "evalkit/data/platforms/adobe-commerce.yaml" in names
    assert "evalkit/data/templates/report.html.j2" in names
    assert "evalkit/starter/plans/storefront-payments.yaml" in names
    assert "evalkit/blank/criteria/my-category.yaml" in names
    home = tmp_path / "venv"
    # What it depends on is here already; what is tested is the wheel itself.
    venv.create(home, with_pip=True, system_site_packages=False)
    site = next((home / "lib").glob("python*/site-packages"))
    (site / "borrowed.pth").write_text(next(p for p in sys.path if p.endswith("site-packages")))
    installed = run(
        home / "bin/pip", "install", "-q", "--no-deps", "--no-index", "--force-reinstall", wheel
    )
    assert installed.returncode == 0, installed.stderr
    assert run(home / "bin/evalkit", "init", "w", cwd=tmp_path).returncode == 0
    shown = run(home / "bin/python", "-c", "import evalkit; print(evalkit.__file__)", cwd=tmp_path)
    assert str(home) in shown.stdout
    ran = run(
        home / "bin/evalkit", "score", "storefront-payments", "--report", "out", cwd=tmp_path / "w"
    )
    assert ran.returncode == 0, ran.stderr
    assert "1 ExamplePay" in ran.stdout
    assert (tmp_path / "w/out/storefront-payments.html").is_file()


@pytest.mark.long
def test_every_shipped_file_reads_without_the_c_library_too(monkeypatch):
    import yaml

    from evalkit.source.yaml import walk

    monkeypatch.setattr(walk, "PARSER", yaml.Loader)
    assert load(ROOT, SHIPPED_DAY).errors == ()


@pytest.mark.parametrize("begins", [*WHOLE, *SLOW])
def test_each_test_whose_coverage_is_not_counted_is_there(begins):
    path, _, name = begins.partition("::")
    found = [*(ROOT / "tests").glob(f"{path}*")]
    assert found
    assert not name or f"\ndef {name}" in found[0].read_text("utf-8")
