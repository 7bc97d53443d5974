"""A rule whose manual is full of special characters."""

from evalkit.diagnostics.record import Severity
from evalkit.diagnostics.rule import Rule


def made_rule(text):
    def a_rule_of_this_test():
        pass

    a_rule_of_this_test.__doc__ = text
    return Rule("EK301", Severity.ERROR, a_rule_of_this_test, since="0.2.0")


ODD = made_rule("""A | bar, `a|b`, *no* _emphasis_, <b>, [link](https://a.test) and 5 & 6.

1. is no list,
# no heading, and
- no item either; `--all` is code.

+ A second paragraph.

Bad:
    note: |
      ```
      ````yaml

Good:
    note: "# `x`"
""")
