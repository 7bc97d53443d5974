"""Files as large as they may be, in which everything is wrong, or leads to the next thing."""

import copy
import json

import pytest

from tests.hostile.made import (
    CRITERIA,
    CRITERIA_FILE,
    PLAN_FILE,
    VENDOR_FILE,
    files,
    lay_out,
    run,
)

SEEN = {"source": "https://a.test/page", "checked": "2026-06-20"}


def changed(path, **more):
    content = copy.deepcopy(files()[path])
    return {path: {**content, **more}}


def volumes(last):
    """Volumes that are each a share of the one before."""
    steps = {f"v{n}": {"share": 0.5, "of": f"v{n - 1}", **SEEN} for n in range(1, 2000)}
    money = {**files()[PLAN_FILE]["money"], "volumes": {"v0": last, **steps}}
    return changed(PLAN_FILE, money=money)


def one_offs(amount, count):
    charges = [
        {"kind": "one_off", "title": f"t{n}", "amount": amount(n), "currency": "EUR", **SEEN}
        for n in range(count)
    ]
    return changed(VENDOR_FILE, charges=charges)


WRONG = {f"m{n}": {"weight": "much"} for n in range(9000)}
API = {**CRITERIA["criteria"]["api"], "measures": WRONG}
LARGE = {
    "criteria": (changed(CRITERIA_FILE, criteria={"api": API}), {"EK102", "EK103"}),
    "charges": (one_offs(lambda n: n + 1, 2000), {"EK110"}),
    "charges alike": (one_offs(lambda _: 1, 300), {"EK509"}),
    "a chain of volumes": (volumes({"value": 8, **SEEN}), {"EK526"}),
    "a circle of volumes": (volumes({"share": 1, "of": "v1999", **SEEN}), {"EK526"}),
    "facts": (changed(VENDOR_FILE, facts={f"m{n}": "unknown" for n in range(6000)}), {"EK302"}),
    "vendors": (changed(PLAN_FILE, vendors=[f"v{n}" for n in range(6000)]), {"EK402"}),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), LARGE.values(), ids=LARGE)
def test_a_large_file_is_judged_in_time(tmp_path, content, expected):
    folder = lay_out(tmp_path, files() | content)
    ran = run(folder, "validate", "-f", "text", "--as-of", "2026-11-23")
    assert "Traceback" not in ran.said
    assert ran.code in {0, 1}
    (path,) = content
    found = {
        line.split("[")[1].split("]")[0]
        for line in ran.out.splitlines()
        if line.startswith(f"{path}:")
    }
    assert expected <= found


@pytest.mark.parametrize("command", ["cost", "score"])
def test_nobody_counts_along_a_long_chain_of_volumes(tmp_path, command):
    charge = {"kind": "usage", "per": "v1999", "fixed": 1, "currency": "EUR", **SEEN}
    chain = volumes({"value": 8, **SEEN})
    folder = lay_out(tmp_path, files() | chain | changed(VENDOR_FILE, charges=[charge]))
    ran = run(folder, command, "storefront-payments")
    assert ran.code == 1
    assert "more than 20 steps deep" in ran.err


ONE_LINE = {
    "id": "examplepay",
    "name": "E",
    "category": "payment-gateways",
    "facts": {f"m{n}": 1 for n in range(24_000)},
}


@pytest.mark.parametrize("style", ["text", "github"])
def test_thousands_of_findings_in_one_line_are_written_in_time(tmp_path, style):
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: json.dumps(ONE_LINE)})
    ran = run(folder, "validate", "-f", style, "--no-cache", seconds=5)
    assert (ran.code, ran.err) == (1, "")
    assert len(ran.out) < 24_000 * 1_000


def test_scoring_shows_no_more_of_them_than_somebody_may_read(tmp_path):
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: json.dumps(ONE_LINE)})
    ran = run(folder, "score", "storefront-payments", seconds=5)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("error[EK") == 100
    assert ran.err.endswith("24,000 errors, 0 warnings in 1 file checked; nothing was scored\n")


def test_a_key_as_long_as_a_file_is_not_repeated_by_everything_below_it(tmp_path):
    below = ", ".join(f"a{n}: 1" for n in range(20_000))
    text = f"id: examplepay\nname: E\ncategory: payment-gateways\nfacts:\n  ? {'k' * 400_000}\n  : {{{below}}}\n"
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: text})
    ran = run(folder, "validate", "-f", "json", "--no-cache")
    assert ran.code == 1
    found = [each for each in json.loads(ran.out)["diagnostics"] if each["path"] == VENDOR_FILE]
    assert [(each["code"], each["message"]) for each in found] == [
        ("EK012", "a key has more than 200 characters")
    ]


@pytest.mark.parametrize(("length", "code"), [(500, "EK302"), (501, "EK001")])
def test_a_path_that_every_finding_would_tell_again_has_an_end(tmp_path, length, code):
    folders = "vendors/payment-gateways/" + f"{'a' * 99}/" * 4
    path = folders + "b" * (length - len(folders) - len("/examplepay.yaml")) + "/examplepay.yaml"
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: None, path: json.dumps(ONE_LINE)})
    ran = run(folder, "validate", "-f", "json", "--no-cache", seconds=5)
    found = {each["code"] for each in json.loads(ran.out)["diagnostics"] if each["path"] == path}
    assert len(path) == length
    assert code in found
    assert (code == "EK302") or found == {code}
