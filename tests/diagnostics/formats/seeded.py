"""A workspace with 20 faults, each marked in its text with the code of the rule that finds it.

`⟦EK303:rset⟧` stands for `rset`, where EK303 is expected to begin with its `r` and to end after
its `t`, so places are counted from the marks and not by the code under test.
"""

import re
from typing import NamedTuple

from evalkit.diagnostics.record import Diagnostic, Severity, Span

_MARK = re.compile(r"⟦(EK\d{3}):(.*?)⟧")

_MARKED = {
    "vendors/payment-gateways/examplepay.yaml": """\
id: examplepay
name: "Exämple 😀"
category: payment-gateways
facts:
  api_style: {note: "😀 株式会社 100 %, a::b", value: [⟦EK303:rset⟧], source: https://a.test, checked: 2026-06-20}
  webhooks: ⟦EK301:true⟧
  rate_limit: {note: "👩‍💻", value: 25, source: https://a.test/limits, checked: ⟦EK309:2027-06-20⟧}
  ⟦EK302:rate_limt⟧: {value: 3, source: https://a.test/limits, checked: 2026-06-20}
""",
    "vendors/payment-gateways/otherpay.yaml": """\
id: otherpay
name: ⟦EK103:12⟧
category: payment-gateways
⟦EK101:wbsite⟧: https://b.test
website: ⟦EK108:javascript:alert(1)⟧
facts:
  api_style: {value: [rest], kind: ⟦EK104:brochure⟧, source: a leaflet, checked: 2026-06-20}
  rate_limit: {note: "😀", value: 5, source: https://b.test, checked: ⟦EK107:2026-02-29⟧}
""",
    "vendors/payment-gateways/thirdpay.yaml": """\
id: thirdpay
name: ThirdPay
⟦EK006:name⟧: Third Pay
category: payment-gateways
facts:
  api_style: {value: ⟦EK007:&a [⟧rest], source: https://c.test, checked: 2026-06-20}
  webhooks: {note: "😀", value: true, source: https://c.test, checked: 2026-06-20}
  rate_limit: {value: ⟦EK011:.inf⟧, source: https://c.test, checked: 2026-06-20}
""",
    "vendors/payment-gateways/fourth,pay 100%: ü😀.yaml": """\
id: ⟦EK111:fourthpay⟧
name: FourthPay
category: payment-gateways
facts:
  rate_limit: {value: 30, source: https://d.test, checked: 2026-06-20}
  api_style: {value: [rest], source: https://d.test/docs, checked: ⟦EK308:2024-06-20⟧}
  webhooks: ⟦EK307:{value: true, source: https://d.test/hooks}⟧
""",
    "plans/storefront-payments.yaml": """\
id: storefront-payments
title: Payments for a storefront
category: payment-gateways
as_of: ⟦EK410:2026-11-23⟧
vendors: [examplepay, ⟦EK402:exampelpay⟧]
⟦EK404:weights⟧: {⟦EK403:apis⟧: 25, scalability: 75}
gates:
  - {because: "😀", measure: ⟦EK406:rate_limits⟧, at_least: 10}
""",
}
FILES = {path: _MARK.sub(r"\2", text) for path, text in _MARKED.items()}


class Fault(NamedTuple):
    path: str
    code: str
    line: int
    column: int
    end_column: int


def _faults():
    for path, text in _MARKED.items():
        for number, line in enumerate(text.splitlines(), start=1):
            removed = 0
            for mark in _MARK.finditer(line):
                column = mark.start() - removed + 1
                yield Fault(path, mark[1], number, column, column + len(mark[2]))
                removed += len(mark[0]) - len(mark[2])


FAULTS = sorted(_faults())


def diagnostic(message="`rset` is not a level", hint="did you mean `rest`?", **more):
    """One finding, made by hand."""
    given = {
        "path": "vendors/erp/x.yaml",
        "span": Span(6, 23, 6, 27),
        "code": "EK303",
        "severity": Severity.ERROR,
        "route": ("facts", "api_style", "value", 0),
        "line_text": "",
    }
    return Diagnostic(message=message, hint=hint, **(given | more))
