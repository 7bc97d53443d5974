"""Comments that silence findings."""

import pytest

from tests.conftest import VENDOR, vendor
from tests.rules.made import EXAMPLEPAY, GATEWAYS, OTHERPAY, messages


def test_several_ignores_on_one_line(loaded):
    text = vendor(
        webhooks="{value: true, kind: generated}  # evalkit: ignore[EK301, EK310] a summary of ours"
    )
    assert loaded({OTHERPAY: text}).diagnostics == ()


ONE_PAGE = (
    VENDOR.replace("/limits", "/docs").rstrip()
    + "  # evalkit: ignore[EK315] two sections of one page\n"
)


@pytest.mark.parametrize(
    "files",
    [
        {EXAMPLEPAY: ONE_PAGE + "websit: https://examplepay.test\n"},
        {EXAMPLEPAY: ONE_PAGE, GATEWAYS: "id: payment-gateways\ntitel: Gateways\n"},
    ],
    ids=["an error in the file", "an error in the criteria"],
)
def test_no_comment_is_left_over_where_rules_could_not_look(loaded, files):
    assert loaded({EXAMPLEPAY: ONE_PAGE}).diagnostics == ()
    found = loaded(files)
    assert found.errors
    assert messages(found, "EK016") == []


def test_a_code_that_is_silenced_twice_is_told_once(loaded):
    comment = "name: ExamplePay  # evalkit: ignore[EK301, EK301 ,EK302] so\n"
    text = VENDOR.replace("name: ExamplePay\n", comment)
    workspace = loaded({"vendors/payment-gateways/examplepay.yaml": text})
    assert [message.split()[0] for message in messages(workspace, "EK016")] == ["EK301", "EK302"]
