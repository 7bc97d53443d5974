"""Where lines begin."""

from evalkit.source.document import parse


def test_line_breaks_of_every_kind_count(tmp_path):
    assert parse("a: 1\r\nb: 2\rc: .inf\n", "vendors/x.yaml").findings[0].span.line == 3
