"""Failures are explained in a few words, those that rule a vendor out first."""

from evalkit.report.page.needs.failures import failures
from tests.evaluation.project.conftest import evaluated

__all__ = ["evaluated"]


def test_failures_stand_with_those_first_that_rule_a_vendor_out(golden):
    titles = [each["title"] for each in failures(golden("everything"))]
    assert titles == [
        "Cedar fails 4 must-haves",
        "Dispute from the vendor is impossible with Birch & Sons and Cedar",
        "The shop knows at once that an order is paid.",
    ]


def test_of_many_failed_must_haves_two_are_explained(golden):
    text = next(failures(golden("everything")))["text"]
    assert text == (
        "Style of the API: soap, where rest or graphql is needed. Rate limit: 5 requests/s, where "
        "at least 10 requests/s is needed. 2 more are below."
    )


def test_each_vendor_has_its_own_reason(golden):
    text = list(failures(golden("everything")))[1]["text"]
    assert "Birch & Sons: not offered: https://birch.test/faq." in text
    assert "Cedar: plug-in: Cedar for Other Shop" in text


def test_a_need_names_the_flow_that_fails_and_the_fact_behind_a_question(evaluated):
    found = {each["title"]: each["text"] for each in failures(evaluated())}
    assert found["Goods leave the same day."] == "Oldpay: Order to the vendor."
    assert found["Old tills still speak SOAP."] == (
        "Examplepay, Unseen and Oldpay: Api style: rest and soap (rest)."
    )
