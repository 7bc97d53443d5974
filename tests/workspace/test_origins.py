"""One `from` for a whole vendor file, or for a folder of them."""

import json

import pytest

from tests.conftest import CRITERIA
from tests.rules.flows import OBJECTS
from tests.rules.made import EXAMPLEPAY, GATEWAYS, OTHERPAY, STOREFRONT, marked

FOLDER = "vendors/payment-gateways/_from.yaml"
ANSWERS = "source: answers to our questionnaire\nchecked: 2026-06-20\n"
FROM = "from: {source: answers to our questionnaire, checked: 2026-06-20}\n"
BARE = """\
id: examplepay
name: ExamplePay
category: payment-gateways
%sfacts:
  api_style: rest
  webhooks: {value: true}
  rate_limit: {low: 20, high: 30}
charges:
  - {kind: one_off, title: Setup, amount: 500, currency: EUR, region: world}
integration:
  interfaces:
    - {id: api, kind: rest, data: {order: {directions: [to_vendor]}}}
  plugins:
    - id: shop
      platform: adobe-commerce
      php: ">=8.2"
      data: {order: {directions: [to_vendor]}}
      limitations:
        - {severity: minor, text: No refunds in part.}
"""


@pytest.fixture
def loaded(loaded):
    """Load the small workspace, with a kind of data and without its plan."""
    return lambda files: loaded({GATEWAYS: CRITERIA + OBJECTS, STOREFRONT: None, **files})


def told(workspace):
    return [(d.code, d.path, d.span.line, marked(d), d.message) for d in workspace.diagnostics]


def codes(workspace):
    return {d.code for d in workspace.diagnostics}


def test_without_a_from_everything_lacks_a_source(loaded):
    assert codes(loaded({EXAMPLEPAY: BARE % ""})) == {"EK301", "EK501", "EK606"}


@pytest.mark.parametrize("files", [{EXAMPLEPAY: BARE % FROM}, {EXAMPLEPAY: BARE % "", FOLDER: ANSWERS}], ids=["file", "folder"])  # fmt: skip
def test_facts_charges_interfaces_plugins_and_limitations_take_their_source_from_it(loaded, files):
    workspace = loaded(files)
    assert told(workspace) == []
    vendor = workspace.vendors["examplepay"]
    entries = [*vendor.facts.values(), *vendor.charges, *vendor.integration.interfaces]
    entries += [*vendor.integration.plugins, *vendor.integration.plugins[0].limitations]
    assert {(e.source, str(e.checked)) for e in entries} == {
        ("answers to our questionnaire", "2026-06-20")
    }


OWN = "id: examplepay\nname: E\ncategory: payment-gateways\n%sfacts:\n  rate_limit: {value: 25%s}\n"


@pytest.mark.parametrize("folder", [None, ANSWERS])
def test_a_source_of_its_own_comes_without_the_date_of_another(loaded, folder):
    text = OWN % ("" if folder else FROM, ", source: https://e.test")
    workspace = loaded({EXAMPLEPAY: text, FOLDER: folder})
    fact = workspace.vendors["examplepay"].facts["rate_limit"]
    assert (fact.source, fact.checked) == ("https://e.test", None)
    assert codes(workspace) == {"EK307"}


def test_a_date_of_its_own_stays_with_the_inherited_source(loaded):
    workspace = loaded({EXAMPLEPAY: OWN % (FROM, ", checked: 2024-01-31")})
    fact = workspace.vendors["examplepay"].facts["rate_limit"]
    assert (fact.source, str(fact.checked)) == ("answers to our questionnaire", "2024-01-31")
    assert [(code, where) for code, _, _, where, _ in told(workspace)] == [("EK308", "2024-01-31")]


def test_via_and_kind_belong_to_the_source_and_its_note_does_not(loaded):
    origin = (
        "from: {source: answers, via: a mail, checked: 2026-06-20, kind: vendor-answer, note: N}\n"
    )
    workspace = loaded({EXAMPLEPAY: BARE % origin})
    fact, charge = (
        workspace.vendors["examplepay"].facts["webhooks"],
        workspace.vendors["examplepay"].charges[0],
    )
    assert told(workspace) == []
    assert (fact.via, fact.source_kind, fact.note) == ("a mail", "vendor-answer", None)
    assert charge.source_kind == "vendor-answer"


@pytest.mark.parametrize(("origin", "code", "where", "message"), [
    ("source: answers", "EK331", "{source: answers}", "the source of `from` does not say when it was checked"),
    ("source: answers, checked: 2020-01-31", "EK332", "2020-01-31",
     "the source of `from` was checked 2488 days ago and stays fresh for 365"),
    ("source: answers, checked: 2027-01-31", "EK333", "2027-01-31",
     "the source of `from` was checked on 2027-01-31, after 2026-11-23"),
    ("source: a summary, checked: 2026-06-20, kind: generated", "EK334", "generated",
     "the source of `from` is generated text, so nothing that rests on it will score"),
])  # fmt: skip
def test_a_finding_about_it_is_told_once_at_its_place(loaded, origin, code, where, message):
    workspace = loaded({EXAMPLEPAY: BARE % f"from: {{{origin}}}\n"})
    assert told(workspace) == [(code, EXAMPLEPAY, 4, where, message)]


@pytest.mark.parametrize(("origin", "code", "line"), [
    ("source: answers\n", "EK331", 1), ("source: answers\nchecked: 2020-01-31\n", "EK332", 2),
    ("source: answers\nchecked: 2027-01-31\n", "EK333", 2),
    ("source: a\nchecked: 2026-06-20\nkind: generated\n", "EK334", 3),
])  # fmt: skip
def test_a_finding_about_the_from_of_a_folder_is_told_in_its_file(loaded, origin, code, line):
    two = {EXAMPLEPAY: BARE % "", OTHERPAY: BARE.replace("examplepay", "otherpay") % ""}
    workspace = loaded({**two, FOLDER: origin})
    assert [found[:3] for found in told(workspace)] == [(code, FOLDER, line)]


def test_it_is_as_fresh_as_the_measure_that_ages_first(loaded):
    brief = CRITERIA.replace("unit: requests/s", "unit: requests/s\n        fresh_for: 90")
    fast = OWN % (FROM, "")
    slow = fast.replace("rate_limit: {value: 25}", "api_style: rest")
    assert codes(loaded({GATEWAYS: brief, EXAMPLEPAY: fast})) == {"EK332"}
    assert codes(loaded({GATEWAYS: brief, EXAMPLEPAY: slow})) == set()


def test_the_from_of_a_file_replaces_that_of_its_folder_as_a_whole(loaded):
    workspace = loaded({EXAMPLEPAY: BARE % "from: {source: a call}\n", FOLDER: ANSWERS})
    fact = workspace.vendors["examplepay"].facts["api_style"]
    assert (fact.source, fact.checked) == ("a call", None)
    assert codes(workspace) == {"EK331"}


def test_the_from_of_another_folder_does_not_count(loaded):
    workspace = loaded({EXAMPLEPAY: BARE % "", "vendors/pim/_from.yaml": ANSWERS})
    assert codes(workspace) == {"EK301", "EK501", "EK606"}


@pytest.mark.parametrize("origin", ["nothing", "{checked: 2026-06-20}", "{source: 3}", "{source: x, cheked: 2026-06-20}"])  # fmt: skip
def test_a_from_of_the_wrong_form_is_told_once_and_gives_nothing(loaded, origin):
    found = told(loaded({EXAMPLEPAY: BARE % f"from: {origin}\n"}))
    assert [place for _, place, *_ in found] == [EXAMPLEPAY]


def test_in_the_file_of_a_folder_there_is_no_from_around_it(loaded):
    ((code, path, *_),) = [
        each for each in told(loaded({FOLDER: FROM})) if each[0] not in {"EK301", "EK102"}
    ]
    assert (code, path) == ("EK101", FOLDER)


def test_each_region_and_each_search_keeps_a_source_of_its_own(loaded):
    facts = (
        "facts:\n  rate_limit: {by: [{value: 20, region: EEA}, {value: 30, region: US, source: https://e.test, checked: 2026-11-01}]}\n"
        "  webhooks: {unknown: true, looked: [{source: https://e.test, checked: 2026-11-02}]}\n"
        "  api_style: {value: rest, conflicts: [{value: soap}]}\n"
    )
    text = "id: examplepay\nname: E\ncategory: payment-gateways\n" + FROM + facts
    workspace = loaded({EXAMPLEPAY: text})
    vendor = workspace.vendors["examplepay"]
    assert [each.source for each in vendor.facts["rate_limit"].by] == [
        "answers to our questionnaire", "https://e.test",
    ]  # fmt: skip
    assert vendor.facts["webhooks"].source is None
    # What contradicts a source cannot rest on that source too.
    assert [(code, message) for code, *_, message in told(workspace)] == [
        ("EK301", "api_style has no source")
    ]


def test_what_is_unknown_was_looked_for_in_the_source_of_the_file(loaded):
    text = OWN.replace("{value: 25%s}", "unknown") % FROM
    workspace = loaded({EXAMPLEPAY: text})
    assert told(workspace) == []
    assert [look.source for look in workspace.vendors["examplepay"].facts["rate_limit"].looks] == [
        "answers to our questionnaire"
    ]


def test_a_comment_silences_a_finding_about_it(loaded):
    origin = "from: {source: answers}  # evalkit: ignore[EK331] we did not note the day\n"
    assert told(loaded({EXAMPLEPAY: BARE % origin})) == []


def test_reports_show_the_inherited_source_and_date(evalkit, write):
    folder = write({EXAMPLEPAY: BARE % "", FOLDER: ANSWERS})
    given = json.loads(evalkit("score", "storefront-payments", "-f", "json", cwd=folder).out)
    (vendor,) = given["vendors"]
    reading = vendor["measures"]["rate_limit"]["fact"]["reading"]
    assert (reading["source"], reading["checked"]) == ("answers to our questionnaire", "2026-06-20")
    assert FOLDER in {each["path"] for each in given["inputs"]}
    shown = evalkit("explain", "storefront-payments", "examplepay", "--sources", cwd=folder).out
    assert "answers to our questionnaire" in shown


def test_a_changed_from_is_noticed_by_a_later_run(evalkit, write):
    folder = write({EXAMPLEPAY: BARE % "", FOLDER: ANSWERS, STOREFRONT: None})
    asked = ("validate", "--as-of", "2026-11-23")
    assert evalkit(*asked, cwd=folder).code == 0
    (folder / FOLDER).write_text(ANSWERS.replace("2026", "2031"), encoding="utf-8")
    assert "EK333" in evalkit(*asked, cwd=folder).out
    (folder / FOLDER).unlink()
    assert "EK301" in evalkit(*asked, cwd=folder).out


def test_an_error_in_it_stops_plans_that_use_the_folder_and_no_others(evalkit, write):
    elsewhere = "vendors/pim/_from.yaml"
    plan = ("score", "storefront-payments")
    assert evalkit(*plan, cwd=write({elsewhere: "source: 3\n"})).code == 0
    ran = evalkit(*plan, cwd=write({FOLDER: "source: 3\n"}))
    assert ran.code == 1
    assert FOLDER in ran.err


def test_an_empty_one_is_told_what_to_write(loaded):
    (found,) = loaded({FOLDER: "# soon\n"}).diagnostics
    assert found.hint == "write the source, with `source:` and `checked:`, or delete the file"


def test_an_editor_knows_its_keys(evalkit, write):
    folder = write({FOLDER: ANSWERS})
    assert evalkit("schema", "--write", cwd=folder).code == 0
    first = (folder / FOLDER).read_text("utf-8").splitlines()[0]
    assert first.endswith("/.evalkit/from.schema.json")
