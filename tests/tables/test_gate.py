"""Workbooks that attack whoever opens them: each gets a plain message, in little memory."""

import io
import subprocess
import sys
import zipfile

import pytest

from evalkit.errors import EvalkitError
from evalkit.tables.reading import read_book
from tests.tables.made import MAIN, OFFICE, PARTS, RELATIONS, SHEET_TYPE, packed, sheet, table

SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
RELS = "xl/worksheets/_rels/sheet1.xml.rels"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def cell(address, inner="<v>1</v>", kind=""):
    return f'<row><c r="{address}"{kind}>{inner}</c></row>'


def related(kind, target):
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r9" Type="{OFFICE}/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )


def with_flag():
    """A workbook whose entries say that they are encrypted."""
    raw = bytearray(packed())
    at = raw.find(b"PK\x01\x02")
    while at >= 0:
        raw[at + 8] |= 1
        at = raw.find(b"PK\x01\x02", at + 1)
    return bytes(raw)


def twice():
    stream = io.BytesIO(packed())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET, sheet(cell("A1")))
    return stream.getvalue()


def long_text(megabytes):
    """A cell of one digit, many times over, which packs to a thousandth."""
    stream = io.BytesIO(packed({SHEET: None}))
    with (
        zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(SHEET, "w", force_zip64=True) as part,
    ):
        part.write(f'<worksheet xmlns="{MAIN}"><sheetData><row><c r="A1"><v>'.encode())
        for _ in range(megabytes):
            part.write(b"7" * 1_000_000)
    return stream.getvalue()


def noise(count):
    """Cells that pack badly enough to pass for a real table."""
    numbers = (str(at * 7919 % 1_000_003) for at in range(count))
    return "".join(f"<c><v>{number}</v></c>" for number in numbers)


def empty_strings(count):
    return "".join(f'<si a="{at * 7919 % 1_000_003}"/>' for at in range(count))


XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = {
    "100 MB of text": (lambda: long_text(100), "unpacks to 95 MiB, more than 64 MiB"),
    "a part that unpacks to 1000 times its size": (
        lambda: packed({"xl/media/a.png": b"\0" * 20_000_000}), "times its size",
    ),
    "a corner cell": (lambda: packed({SHEET: sheet(cell("XFD1048576"))}), "cell XFD1048576 lies"),
    "a row far below": (lambda: packed({SHEET: sheet(cell("A1048576"))}), "cell A1048576 lies"),
    "more cells than a person fills": (
        lambda: packed({SHEET: sheet("".join(f"<row>{noise(500)}</row>" for _ in range(510)))}),
        "more than 250,000 filled cells",
    ),
    "a cell of a million letters": (
        lambda: packed({SHEET: sheet(cell("A1", f"<is><t>{'x' * 900_000}</t></is>", ' t="inlineStr"'))}),
        "more than 32,767 characters",
    ),
    "elements without end": (
        lambda: packed({"docProps/core.xml": f"<a>{'<b/>' * 120_000}</a>"}), "more XML than",
    ),
    "strings without end": (
        lambda: packed({"xl/sharedStrings.xml": f"<sst>{empty_strings(250_001)}</sst>"}), "more XML than",
    ),
    "rows without end": (
        lambda: packed({SHEET: sheet("".join(f'<row ht="{at * 7919 % 1_000_003}"/>' for at in range(100_001)))}), "more XML than",
    ),
    "cells in many sheets": (
        lambda: packed({f"xl/worksheets/s{at}.xml": sheet(f"<row>{noise(30_000)}</row>".replace("<c>", '<c r="A1">')) for at in range(9)}),
        "more than 250,000 filled cells",
    ),
    "elements in elements": (
        lambda: packed({"docProps/core.xml": "<a>" * 400 + "</a>" * 400}), "more XML than",
    ),
    "a DOCTYPE alone": (lambda: packed({SHEET: "<!DOCTYPE x>" + sheet("")}), "DOCTYPE"),
    "a drive of Windows": (lambda: packed({"c:x": "x"}), "leads out of the file"),
    "another way of packing": (lambda: packed(how=zipfile.ZIP_BZIP2), "packed in a way that Excel"),
    "an external entity": (lambda: packed({SHEET: XXE + sheet(cell("A1", "<v>&e;</v>"))}), "DOCTYPE"),
    "entities in entities": (lambda: packed({"xl/workbook.xml": LAUGHS + PARTS["xl/workbook.xml"]}), "DOCTYPE"),
    "a DOCTYPE in UTF-16": (
        lambda: packed({"xl/styles.xml": f'<?xml version="1.0" encoding="utf-16"?>{XXE}<a/>'.encode("utf-16")}),
        "DOCTYPE",
    ),
    "macros": (lambda: packed({"xl/vbaProject.bin": b"x"}), "contains macros"),
    "macros of 1992": (lambda: packed({"xl/macrosheets/sheet1.xml": sheet("")}), "contains macros"),
    "macros by type": (
        lambda: packed({TYPES: PARTS[TYPES].replace("sheet.main+xml", "sheet.macroEnabled.main+xml")}),
        "contains macros",
    ),
    "a link to another workbook": (lambda: packed({"xl/externalLinks/externalLink1.xml": "<a/>"}), "other workbooks"),
    "a link to another file": (lambda: packed({RELS: related("oleObject", "//host.test/a")}), "refers to other files"),
    "a connection": (lambda: packed({"xl/connections.xml": "<a/>"}), "connections to other data"),
    "strings under another name": (
        lambda: packed({TYPES: PARTS[TYPES].replace("</Types>", f'<Override PartName="/xl/s.bin" ContentType="{SHEET_TYPE}.sharedStrings+xml"/></Types>')}),
        "wrong name",
    ),
    "a workbook among comments": (
        lambda: packed({TYPES: PARTS[TYPES].replace("</Types>", f'<Override PartName="/xl/comments1.xml" ContentType="{SHEET_TYPE}.template.main+xml"/></Types>')}),
        "wrong name",
    ),
    "a chart as a sheet": (
        lambda: packed({"xl/_rels/workbook.xml.rels": PARTS["xl/_rels/workbook.xml.rels"].replace("/worksheet\"", "/chartsheet\"")}),
        "a sheet of it is a chart",
    ),
    "a sheet under another name": (
        lambda: packed({"xl/_rels/workbook.xml.rels": PARTS["xl/_rels/workbook.xml.rels"].replace("sheet1.xml", "sheet1.bin")}),
        "wrong name",
    ),
    "a password": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "a password of the archive": (with_flag, "protected by a password"),
    "an old workbook": (lambda: OLD, "old Office file (.xls)"),
    "a binary workbook": (lambda: packed({"xl/workbook.bin": b"x"}), "binary workbook (.xlsb)"),
    "another zip": (lambda: packed({"xl/workbook.xml": None}), "no Excel workbook"),
    "a text": (lambda: b"vendor,cost\nA,1\n", "no workbook, though its name ends in .xlsx"),
    "half a workbook": (lambda: table(["a", "b"])[:-200], "damaged"),
    "a name that climbs": (lambda: packed({"../../etc/cron.d/x": "x"}), "leads out of the file"),
    "a name of Windows": (lambda: packed({"xl\\..\\..\\x": "x"}), "leads out of the file"),
    "an absolute name": (lambda: packed({"/etc/x": "x"}), "leads out of the file"),
    "a name twice": (twice, "two parts of it have the same name"),
    "thousands of parts": (lambda: packed({f"a/{at}.png": b"" for at in range(2100)}), "2,105 parts"),
    "XML that breaks off": (lambda: packed({SHEET: sheet("")[:-5]}), "is damaged"),
    "numbers that are none": (lambda: packed({SHEET: sheet(cell("A1", "<v>x1.2.3</v>"))}), "damaged"),
    "a string that is not there": (lambda: packed({SHEET: sheet(cell("A1", kind=' t="s"'))}), "damaged"),
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A file for each attack."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {name: folder / f"{at}.xlsx" for at, name in enumerate(HOSTILE)}
    for name, file in files.items():
        file.write_bytes(HOSTILE[name][0]())
    return files


@pytest.mark.long
def test_gigabytes_of_text_are_refused_before_they_are_unpacked(tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(long_text(1500))
    with pytest.raises(EvalkitError, match="unpacks to 1,430 MiB, more than 64 MiB"):
        read_book(file)


@pytest.mark.long
def test_elements_that_nobody_reads_are_bounded_too(tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(
        packed({"xl/comments1.xml": f"<sst>{empty_strings(2_000_001)}</sst>".replace("si", "x")})
    )
    with pytest.raises(EvalkitError, match="more XML than a table of this size needs"):
        read_book(file)


@pytest.mark.parametrize("name", HOSTILE)
def test_an_attack_is_refused_with_its_reason(hostile, name):
    with pytest.raises(EvalkitError) as error:
        read_book(hostile[name])
    assert str(error.value).startswith(f"cannot read {hostile[name].name}: ")
    assert HOSTILE[name][1] in str(error.value)


def test_every_attack_is_refused_within_200_mb(hostile):
    script = (
        "import sys, pathlib\n"
        "from evalkit.errors import EvalkitError\n"
        "from evalkit.tables.reading import read_book\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        read_book(pathlib.Path(name))\n"
        "    except EvalkitError:\n"
        "        continue\n"
        "    raise SystemExit(name)\n"
        "(peak,) = (x for x in open('/proc/self/status') if x.startswith('VmHWM'))\n"
        "print(peak.split()[1])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *map(str, hostile.values())],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) * 1024 < 200_000_000


def test_a_range_merged_over_everything_costs_nothing(tmp_path):
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    file = tmp_path / "a.xlsx"
    file.write_bytes(packed({SHEET: sheet(cell("A1"), merged)}))
    (only,) = read_book(file).sheets
    assert only.merged == ("A1:XFD1048576",)
    assert [each.address for each in only.cells()] == ["A1"]


def test_words_of_many_drop_downs_are_not_taken_for_one_long_cell(tmp_path):
    lists = "".join(
        f'<dataValidation type="list" sqref="A{at}"><formula1>"{"x" * 200}"</formula1></dataValidation>'
        for at in range(1, 1000)
    )
    file = tmp_path / "a.xlsx"
    file.write_bytes(
        packed({SHEET: sheet(cell("A1"), f"<dataValidations>{lists}</dataValidations>")})
    )
    assert [each.address for each in read_book(file).sheets[0].cells()] == ["A1"]


def test_folders_and_pictures_in_a_workbook_are_left_alone(tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(packed({"xl/media/": "", "xl/media/a.png": "\x89PNG"}))
    assert [each.address for each in read_book(file).sheets[0].cells()] == ["A1"]


def test_a_dimension_that_lies_costs_nothing(tmp_path):
    file = tmp_path / "a.xlsx"
    lying = sheet(cell("A1")).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    file.write_bytes(packed({SHEET: lying}))
    assert [each.address for each in read_book(file).sheets[0].cells()] == ["A1"]


def test_a_link_that_is_only_clicked_is_read_as_its_text(tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(packed({RELS: related("hyperlink", "https://a.test")}))
    assert [each.text for each in read_book(file).sheets[0].cells()] == ["5"]


def test_a_workbook_under_another_name_is_not_read_as_text(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(packed())
    with pytest.raises(EvalkitError, match=r"it is a workbook, though its name ends in \.csv"):
        read_book(file)
