"""Readers of output for GitHub, GitLab, SARIF and JUnit, by the rules of each."""

import json
import re
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def github_commands(text):
    """The commands that the runner would execute, parsed as it does."""
    found = []
    # The runner looks at each line, however it ends, past the blanks that it starts with.
    for line in re.split("\r\n|\r|\n", text):
        if line.lstrip().startswith("::"):
            head, message = line.lstrip()[2:].split("::", 1)
            name, _, given = head.partition(" ")
            pairs = (pair.split("=", 1) for pair in given.split(",") if pair)
            found.append(
                Command(name, {key: _property(value) for key, value in pairs}, _data(message))
            )
    return found


def _property(text):
    return _data(text.replace("%3A", ":").replace("%2C", ","))


def _data(text):
    # The sign that escapes comes last, as in the runner: %250A is no line break.
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def github_places(text):
    for _, given, _ in github_commands(text):
        place = (int(given[key]) for key in ("line", "col", "endColumn"))
        yield (given["file"], given["title"].removeprefix("evalkit "), *place)


def gitlab_places(text):
    for found in json.loads(text):
        where = found["location"]
        begin, end = where["positions"]["begin"], where["positions"]["end"]
        assert where["lines"]["begin"] == begin["line"]
        yield where["path"], found["check_name"], begin["line"], begin["column"], end["column"]


def sarif_places(text):
    (run,) = json.loads(text)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    for found in run["results"]:
        place = found["locations"][0]["physicalLocation"]
        region, path = place["region"], unquote(place["artifactLocation"]["uri"])
        assert region["endLine"] == region["startLine"]
        yield path, found["ruleId"], region["startLine"], region["startColumn"], region["endColumn"]


def junit_places(text):
    for case in ElementTree.fromstring(text.encode("utf-8")).iter("testcase"):
        path, code = case.get("classname"), case.get("name").split()[0]
        (outcome,) = case
        line, column = re.match(r"(\d+):(\d+): ", outcome.get("message")).groups()
        assert outcome.text.startswith(f"{path}:{line}:{column}: ")
        yield path, code, int(line), int(column)
