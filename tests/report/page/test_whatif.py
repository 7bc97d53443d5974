"""What a reader tries in the page: digits, the address, the banner, and what is refused."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from evalkit.report.page.html import to_html
from evalkit.templates.render import script
from tests.conftest import DAY
from tests.report.accessible import check_page

HOSTILE = "</script><img src=x onerror=alert(1)>"


@pytest.fixture
def file(golden, tmp_path):
    made = tmp_path / "page.html"
    made.write_text(to_html(golden("everything")), encoding="utf-8")
    return made


@pytest.fixture
def page(browser, file):
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    opened.errors = []
    opened.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.on("console", lambda said: opened.errors.append(said.text))
    opened.goto(file.as_uri())
    # It is folded until somebody wants it, or follows a link to what was tried.
    opened.focus("#whatif-body summary")
    opened.keyboard.press("Enter")
    yield opened
    assert opened.errors == []
    opened.close()


def slide(page, criterion, percent):
    """Move a slider as a hand does: on its way, and let go."""
    page.evaluate(
        """([id, percent]) => {
          const slider = document.querySelector(`#whatif tr[data-id="${id}"] input[type=range]`);
          for (const at of [50, percent]) {
            slider.value = String(at);
            slider.dispatchEvent(new Event("input", { bubbles: true }));
          }
          slider.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        [criterion, percent],
    )


def text(page, name):
    return page.inner_text(f"#whatif-{name}") if page.is_visible(f"#whatif-{name}") else ""


def points(page):
    rows = page.locator("#whatif-results tbody tr").all()
    return {row.locator("th").inner_text(): row.locator("td").nth(2).inner_text() for row in rows}


def criteria(page):
    return page.eval_on_selector_all(
        "#whatif-weights tr[data-id]", "rows => rows.map((each) => each.dataset.id)"
    )


def weight(page, criterion):
    return page.input_value(f'#whatif tr[data-id="{criterion}"] input[type=number]')


def test_nothing_is_tried_at_first(page, golden):
    assert page.is_hidden("#whatif-banner")
    assert not page.evaluate("location.hash")
    ranked = [each for each in golden("everything").vendors if each.standing == "ranked"]
    assert {each.name: f"{each.score:.1f}" for each in ranked}.items() <= points(page).items()


def test_a_moved_weight_changes_points_banner_and_address_and_reset_undoes_it(page):
    before = points(page)
    first, *others = [
        each for each in criteria(page) if page.locator(f'tr[data-id="{each}"] .soft').count() == 0
    ]
    was = [float(weight(page, each)) for each in others]
    slide(page, first, 80)
    assert points(page) != before
    assert weight(page, first) == "80"
    # The others keep their proportions.
    now = [float(weight(page, each)) for each in others]
    assert [round(b / sum(now), 4) for b in now] == [round(a / sum(was), 4) for a in was]
    assert "What-if, not the evaluation of" in text(page, "what")
    assert "80% instead of" in text(page, "differs")
    assert re.fullmatch(r"#try=e-[0-9a-f]{12}(;w\.[\w-]+=[\d.]+)+", page.evaluate("location.hash"))
    page.click("#whatif-reset")
    assert points(page) == before
    assert page.is_hidden("#whatif-banner")
    assert not page.evaluate("location.hash")


def test_a_held_weight_stays(page):
    first, second, *_ = criteria(page)
    held = weight(page, second)
    page.check(f'[data-lock="{second}"]')
    slide(page, first, 60)
    assert weight(page, second) == held


def test_a_number_can_be_typed(page):
    first = criteria(page)[0]
    field = page.locator(f'#whatif tr[data-id="{first}"] input[type=number]')
    field.fill("12.5")
    field.press("Tab")
    assert weight(page, first) == "12.5"
    for refused in ("101", "-1", ""):
        field.fill(refused)
        field.press("Tab")
        assert weight(page, first) == "12.5"


def test_a_link_with_what_is_tried_shows_the_same_again(page, browser, file):
    slide(page, criteria(page)[0], 73.3)
    page.check("input[value=middle]")
    page.uncheck("[data-must] >> nth=0")
    shown, link = points(page), page.evaluate("location.hash")
    other = browser.new_page()
    other.goto(f"{file.as_uri()}{link}")
    assert points(other) == shown
    assert other.evaluate("location.hash") == link
    assert other.is_checked("input[value=middle]")
    assert not other.is_checked("[data-must] >> nth=0")
    # A link to a section does not forget what is tried.
    other.click("nav a[href='#money']")
    other.wait_for_url(f"{file.as_uri()}{link}")
    other.close()


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("#try=e-000000000000;unknown=middle", "made with another evaluation, e-000000000000"),
        ("#try=e-000000000000;w.nothing=1", "“w.nothing=1”, which is not known here"),
        ("#try=e-000000000000;w.__proto__=1", "“w.__proto__=1”, which is not known here"),
        ("#try=e-000000000000;off=nothing", "which is not known here"),
        ("#try=e-000000000000;vs=a,b", "which is not known here"),
        (f"#try={HOSTILE}", "which is not known here"),
        ("#try=e-0;unknown=worst;" + "w" * 1_000_000, "longer than 4000 characters"),
    ],
)
def test_a_link_of_another_evaluation_or_of_an_attacker_is_told_in_words(browser, file, link, said):
    page = browser.new_page()
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri() + link)
    assert said in page.inner_text("#whatif-notice")
    assert page.locator("img").count() == 0
    assert dialogs == []
    page.close()


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-1", "1e999", "1e7", "0x10", ""])
def test_no_link_brings_a_weight_that_is_none(browser, file, number):
    page = browser.new_page()
    page.goto(file.as_uri())
    first = criteria(page)[0]
    before = points(page)
    page.evaluate("hash => { location.hash = hash; }", f"#try=e-000000000000;w.{first}={number}")
    expect(page.locator("#whatif-notice")).not_to_be_empty()
    assert "is no weight from 0 to a million" in page.inner_text("#whatif-notice")
    assert points(page) == before
    page.close()


def test_the_page_says_where_the_winner_changes_before_it_is_tried(browser, golden, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(to_html(golden("narrow")), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.is_hidden("#whatif-weights")
    said = page.inner_text("#whatif-where")
    assert said.startswith(
        "Another vendor comes first if one weight moves far: Reach above 45.9% (Lark)"
    )
    page.close()


def test_without_its_script_the_page_lacks_this_section_alone(browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.is_hidden("#whatif")
    assert page.is_hidden("nav a[href='#whatif']")
    assert page.is_hidden("#matrix-order")
    assert page.is_visible("#certainty")
    assert page.is_visible("#evidence")
    context.close()


def test_a_link_that_weighs_only_some_of_those_side_by_side_is_refused(browser, file):
    # The command line refuses such a scenario, too.
    page = browser.new_page()
    page.goto(file.as_uri())
    first = criteria(page)[0]
    page.evaluate("hash => { location.hash = hash; }", f"#try=e-000000000000;w.{first}=5")
    expect(page.locator("#whatif-notice")).not_to_be_empty()
    assert "does not weigh all criteria" in page.inner_text("#whatif-notice")
    page.close()


def test_the_table_of_all_vendors_is_greyed_if_weights_within_a_criterion_differ(page):
    outer = [
        each for each in criteria(page) if not page.locator(f'tr[data-id="{each}"] .soft').count()
    ]
    (within, *_) = [each for each in criteria(page) if each not in outer]
    slide(page, outer[0], 70)
    assert page.locator("#matrix .was:visible").count() == 0
    slide(page, within, 90)
    assert page.locator("#matrix .was:visible").count() == 1


def test_the_scenario_holds_what_is_tried(page):
    first = criteria(page)[0]
    slide(page, first, 40)
    page.check("input[value=middle]")
    shown = page.text_content("#whatif-scenario")
    assert shown.startswith("plan: everything\nevaluation: e-")
    assert f"\n  {first}: 40\n" in shown
    assert shown.endswith("\nunknown: middle\n")


def test_whoever_copies_the_scenario_or_resets_sees_what_became_of_it(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    slide(page, criteria(page)[0], 40)
    assert text(page, "copy") == "Copy as scenario"
    page.click("#whatif-copy")
    expect(page.locator("#whatif-copy")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.text_content("#whatif-scenario")
    page.click("#whatif-reset")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_scenario_from_the_page_gives_the_same_bits_on_the_command_line(page, evalkit, tmp_path):
    slide(page, criteria(page)[0], 37.7)
    page.check("input[value=middle]")
    page.uncheck("[data-must] >> nth=0")
    scenario = tmp_path / "tried.yaml"
    scenario.write_text(page.text_content("#whatif-scenario"), encoding="utf-8")
    home = Path(__file__).parents[2] / "golden/workspace"
    words = ["score", "everything", "--scenario", scenario, "-f", "json", "--as-of", DAY]
    ran = evalkit(*map(str, words), cwd=home)
    found = json.loads(ran.out)
    assert not found["scenario"]["is_stale"]
    ends = ["score", "low", "high", "rank", "standing"]
    expected = {each["id"]: [each[end] for end in ends] for each in found["vendors"]}
    tried = page.evaluate(
        """() => {
          const data = JSON.parse(document.getElementById("whatif-data").textContent);
          return score(fromHash(location.hash, data).state, data);
        }"""
    )
    assert {each["id"]: [each[end] for end in ends] for each in tried} == expected


def test_the_leader_is_announced_when_it_changes_and_the_focus_stays(browser, golden, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(to_html(golden("narrow")), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.click("#whatif-body summary")
    first = criteria(page)[0]
    page.focus(f'#whatif tr[data-id="{first}"] input[type=range]')
    said = set()
    for percent in range(0, 101, 5):
        slide(page, first, percent)
        said.add(page.text_content("#whatif-status"))
    leaders = {each.partition(" leads")[0] for each in said if each}
    assert len(leaders) > 1
    assert page.evaluate("document.activeElement.type") == "range"
    page.close()


def test_with_keys_alone_a_weight_moves_and_says_its_unit(page):
    first = criteria(page)[0]
    slider = page.locator(f'#whatif tr[data-id="{first}"] input[type=range]')
    slider.focus()
    page.keyboard.press("End")
    assert slider.get_attribute("aria-valuetext") == "100.0%"
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext") == "0.0%"


def test_simulations_and_the_verdict_are_greyed_with_the_reason(page):
    assert page.locator(".was:visible").count() == 0
    slide(page, criteria(page)[0], 70)
    assert page.locator("#answer .was").inner_text().startswith("As evaluated")
    assert (
        page.evaluate("getComputedStyle(document.getElementById('certainty')).filter")
        == "grayscale(1)"
    )


def test_the_table_of_all_vendors_is_ordered_and_filtered(page):
    rows = "#matrix .heat tr[data-id]:visible th"
    page.select_option("#matrix-order", "name")
    names = page.locator(rows).all_inner_texts()
    page.select_option("#matrix-filter", "ranked")
    ranked = page.locator(rows).all_inner_texts()
    assert set(ranked) < set(names)
    assert ranked == sorted(ranked)


TRYING = """document.getElementById("whatif-body").open = true;
  document.querySelector("#whatif input[type=range]").value = "70";
  document.querySelector("#whatif input[type=range]").dispatchEvent(new Event("input", { bubbles: true }));"""


@pytest.mark.parametrize("width", [320, 1440])
def test_anybody_can_use_it_while_something_is_tried(browser, golden, tmp_path, width):
    file = tmp_path / "page.html"
    file.write_text(to_html(golden("narrow")), encoding="utf-8")
    check_page(browser, file, width, TRYING)


def test_the_scripts_of_a_page_have_at_most_30_kb():
    assert len(script().encode()) <= 30 * 1024


def test_no_text_of_a_file_ends_the_data_of_the_page(browser, evaluated, tmp_path):
    from tests.conftest import VENDOR

    named = VENDOR.replace("name: ExamplePay", f"name: {json.dumps(HOSTILE)}")
    file = tmp_path / "page.html"
    file.write_text(
        to_html(evaluated({"vendors/payment-gateways/examplepay.yaml": named})), encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(file.as_uri())
    page.click("#whatif-body summary")
    assert HOSTILE in page.inner_text("#whatif-results")
    assert page.locator("img").count() == 0
    page.close()
