"""The kinds of workspaces that `evalkit init` makes."""

import datetime
from dataclasses import dataclass

from evalkit.editing.shop import EXAMPLE, on_platform, shop_lines
from evalkit.editing.starting import files_for, plan_for
from evalkit.errors import EvalkitError
from evalkit.model.platform import Platform
from evalkit.resources import starter_files
from evalkit.source.near import did_you_mean
from evalkit.workspace.context import Context


@dataclass(frozen=True, slots=True)
class Start:
    """The files of a new workspace, by path, its plan, and what is invented about it."""

    files: dict[str, str]
    plan: str
    about: str


def full_start(platform: Platform | None = None) -> Start:
    """A full example of choosing payments, for a shop on Adobe Commerce or another platform."""
    about = "The client and the three vendors are invented: replace them by your own."
    files = starter_files("starter")
    if platform is not None and platform.id != EXAMPLE:
        files = {path: on_platform(text, platform) for path, text in files.items()}
    return Start(files, "storefront-payments", about)


def platform_named(name: str, day: datetime.date) -> Platform:
    """A platform that comes with evalkit. Raises EvalkitError if there is no such platform."""
    shipped = Context((), (), day).platforms
    if name not in shipped:
        raise EvalkitError(
            f"no platform {name!r} comes with evalkit; {did_you_mean(name, shipped)}"
        )
    return shipped[name]


def blank_start(platform: Platform | None = None) -> Start:
    """Criteria, vendors and a plan to fill in, for a category that nobody has described yet."""
    about = (
        "The criteria are a sketch, and the vendors are placeholders of which nothing is known:\n"
        "write your own into criteria/ first, then what you find out into vendors/."
    )
    files = starter_files("blank")
    if platform is not None:
        files["plans/my-choice.yaml"] += "".join(f"{line}\n" for line in shop_lines(platform))
    return Start(files, "my-choice", about)


def for_category(name: str, day: datetime.date, platform: Platform | None = None) -> Start:
    """Two invented vendors and a plan for a category that comes with evalkit.

    Raises EvalkitError if there is no such category.
    """
    shipped = Context((), (), day).criteria
    categories = {each: found for each, found in shipped.items() if found.extends}
    if name not in categories:
        hint = did_you_mean(name, categories)
        raise EvalkitError(f"no category {name!r} comes with evalkit; {hint}")
    criteria = categories[name]
    about = (
        "The client and both vendors are invented: replace them by your own. What is open is\n"
        "marked in the vendors' files by a question, and a key to take out of its comment."
    )
    return Start(files_for(criteria, day, platform), plan_for(criteria), about)
