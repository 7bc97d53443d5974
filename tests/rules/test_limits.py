"""What two files say of each other stays in bounds, however many there are of both."""

import json

from evalkit.source.links import Links
from evalkit.workspace.checked import Checked, clashes
from tests.conftest import PLAN, VENDOR

CHARGE = (
    "  - {kind: usage, title: T, per: refund, fixed: 1, currency: USD, edition: basic,"
    " source: s, checked: 2026-06-20}\n"
)
MONEY = "money: {currency: EUR, years: 3, discount_rate: 0.08%s}\n"
INTEGRATION = (
    "integration: {interfaces: [{id: api, kind: rest, card_data: stored, source: s,"
    " checked: 2026-06-20, data: {order: {directions: [to_vendor]}}}]}\n"
)
FLOWS = (
    "data_objects: {order: {title: Order, payment_data: true}}\n"
    "flows: [{data: order, direction: to_vendor, timing: daily}]\n"
)


def plans(count, more):
    text = PLAN.replace("storefront-payments", "{}")
    return {f"plans/p{n:02}.yaml": text.replace("{}", f"p{n:02}") + more for n in range(count)}


def vendors(count, more):
    text = VENDOR.split("website:")[0].replace("examplepay", "{}")
    return {
        f"vendors/payment-gateways/v{n:02}.yaml": text.replace("{}", f"v{n:02}") + more
        for n in range(count)
    }


def messages(workspace, code):
    return [d.message for d in workspace.diagnostics if d.code == code]


def names(letter, count):
    return ", ".join(f"`{letter}{n:02}`" for n in range(count))


def test_a_charge_names_20_plans_that_have_no_rate_for_it(loaded):
    workspace = loaded(plans(21, MONEY % "") | vendors(1, "charges:\n" + CHARGE))
    (message,) = messages(workspace, "EK502")
    assert message.endswith(f"for which the plans {names('p', 20)}, … give no rate")


def test_a_missing_volume_names_20_vendors_that_charge_by_it(loaded):
    files = plans(1, MONEY % "") | vendors(21, "charges:\n" + CHARGE)
    other = {"plans/q.yaml": PLAN.replace("storefront-payments", "q")}
    workspace = loaded(files | {k: v + MONEY % ", volumes: {refunds: 1}" for k, v in other.items()})
    (message,) = messages(workspace, "EK525")
    assert message == f"there is no volume `refund`, by which {names('v', 20)}, … charge"


def test_50_volumes_are_listed_that_are_missing(loaded):
    charges = "".join(CHARGE.replace("refund", f"v{n}") for n in range(51))
    volumes = "".join(f"v{n}: 1, " for n in range(51))
    other = {"plans/q.yaml": PLAN.replace("storefront-payments", "q")}
    other["plans/q.yaml"] += MONEY % f", volumes: {{{volumes}}}"
    workspace = loaded(plans(1, MONEY % "") | other | vendors(1, "charges:\n" + charges))
    assert len(messages(workspace, "EK525")) == 50


def test_a_hint_is_cut_as_a_message_is(loaded):
    php = ", ".join(f'"8.{"0" * 36}{n}"' for n in range(9, 40))
    platform = f'id: s\nname: S\nreleases: {{"1": {{line: "1", php: [{php}]}}}}\nsource: s\n'
    files = plans(1, 'platform: {name: s, version: "1", php: "7.4"}\n')
    found = loaded(files | {"platforms/s.yaml": platform}).diagnostics
    (hint,) = [each.hint for each in found if each.code == "EK626"]
    assert len(hint) == 501


def test_50_vendors_are_listed_whose_edition_is_not_chosen(loaded):
    workspace = loaded(plans(1, MONEY % "") | vendors(51, "charges:\n" + CHARGE))
    assert len(messages(workspace, "EK528")) == 50


def test_50_vendors_are_listed_that_store_card_numbers(loaded):
    workspace = loaded(plans(1, FLOWS) | vendors(51, INTEGRATION))
    assert len(messages(workspace, "EK623")) == 50


def test_an_id_names_20_other_files_that_have_it(loaded):
    text = "id: same\nname: S\ncategory: payment-gateways\n"
    paths = [f"vendors/v{n:02}.yaml" for n in range(22)]
    found = messages(loaded(dict.fromkeys(paths, text)), "EK311")
    assert found[0] == f"the id `same` is also used in {', '.join(paths[1:21])}, …"


def test_of_many_files_that_share_an_id_none_keeps_a_list_of_all():
    files = {f"v{n}.yaml": Checked((), (), Links(id="same"), True) for n in range(200)}
    assert max(len(clash.others) for clash in clashes(files).values()) == 50


def test_a_code_that_is_silenced_twice_is_told_once(loaded):
    comment = "name: ExamplePay  # evalkit: ignore[EK301, EK301 ,EK302] so\n"
    text = VENDOR.replace("name: ExamplePay\n", comment)
    workspace = loaded({"vendors/payment-gateways/examplepay.yaml": text})
    assert [message.split()[0] for message in messages(workspace, "EK016")] == ["EK301", "EK302"]


def test_a_statement_names_the_siblings_that_it_leaves_out(loaded):
    measure = {"weight": 1, "unit": "x", "scale": {"kind": "linear", "worst": 0, "best": 1}}
    api = {"title": "A", "weight": 1, "measures": {f"m{n:02}": measure for n in range(50)}}
    criteria = {"id": "payment-gateways", "title": "P", "criteria": {"api": api}}
    pair = {"kind": "pairwise", "pairwise": [{"more": "m00", "less": "m01", "times": 2}]}
    points = {"kind": "points", "points": {"m00": 1}}
    people = {"a": {"within": {"api": pair}}, "b": {"within": {"api": points}}}
    plan = {"id": "p", "title": "P", "category": "payment-gateways", "stakeholders": people}
    workspace = loaded(
        {"criteria/payment-gateways.yaml": json.dumps(criteria), "plans/p.yaml": json.dumps(plan)}
    )
    (left_out,) = messages(workspace, "EK413")
    (apart,) = messages(workspace, "EK417")
    # What is longer than a message may be is cut once more.
    assert left_out.startswith("`points` omits `m01`, `m02`")
    assert len(left_out) <= 501
    assert apart.startswith("these groups are not compared with each other: `m00`, `m01`; `m02`;")
    assert "`m49`" in apart


def test_the_rest_of_a_name_that_is_longer_than_any_is_told_once(loaded):
    long = "L" * 150
    statement = {
        "kind": "best_worst", "best": "api", "worst": long,
        "best_to_others": {"scalability": 9, long: 2}, "others_to_worst": {"api": 2},
    }  # fmt: skip
    order = {"kind": "order", "order": [["api", "scalability"], long, ["api", "scalability"]]}
    people = {"a": {"weights": statement}, "b": {"weights": order}}
    said = "stakeholders: " + json.dumps(people).replace(f'"{long}": 2', f'? "{long}" : 2') + "\n"
    workspace = loaded({"plans/storefront-payments.yaml": PLAN.split("weights:")[0] + said})
    told = messages(workspace, "EK421") + messages(workspace, "EK414")
    assert len(told) == 3
    assert all("L" * 64 + "…" in each and "L" * 65 not in each for each in told)


def test_what_leads_nowhere_is_told_once_however_many_files_extend_it(loaded):
    base = "id: b\ntitle: B\nextends: %s\n"
    heirs = {f"criteria/c{n}.yaml": f"id: c{n}\ntitle: C\nextends: b\n" for n in range(3)}
    assert len(messages(loaded({"criteria/b.yaml": base % "nothing", **heirs}), "EK201")) == 1


def test_a_circle_is_told_from_where_it_begins(loaded):
    chain = {"a": "b", "b": "c", "c": "b"}
    files = {f"criteria/{n}.yaml": f"id: {n}\ntitle: T\nextends: {of}\n" for n, of in chain.items()}
    found = messages(loaded(files), "EK202")
    assert found == [
        "this extends itself: `c` → `b` → `c`",
        "this extends itself: `b` → `c` → `b`",
    ]


def test_a_long_circle_is_told_in_part(loaded):
    files = {
        f"criteria/c{n:02}.yaml": f"id: c{n:02}\ntitle: T\nextends: c{(n + 1) % 30:02}\n"
        for n in range(30)
    }
    found = messages(loaded(files), "EK202")
    shown = " → ".join(f"`c{n:02}`" for n in range(1, 21))
    assert found[0] == f"this extends itself: {shown} → … → `c01`"


def test_no_places_are_kept_once_findings_have_theirs(loaded):
    workspace = loaded({"vendors/payment-gateways/a.yaml": "id: b\nname: 1\n"})
    assert workspace.errors
    assert not [each.path for each in workspace.documents.values() if "_places" in vars(each)]
