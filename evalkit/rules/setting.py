"""What a rule may look at besides the record it checks."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from evalkit.model.criteria import Criteria
from evalkit.model.vendor import Vendor


@dataclass(frozen=True, slots=True)
class Setting:
    """The workspace around the file that is checked."""

    path: str
    """Of the file, relative to the workspace."""
    as_of: datetime.date
    """The day against which dates are judged."""
    criteria: Mapping[str, Criteria] = field(default_factory=dict)
    """Every usable criteria file, by id."""
    known_categories: frozenset[str] = frozenset()
    """Categories that have a criteria file, usable or not."""
    vendors: Mapping[str, Vendor] = field(default_factory=dict)
    """Every usable vendor, by id."""
    vendor_files: frozenset[str] = frozenset()
    """Ids of vendors that have a file, usable or not."""
    vendor_folders: frozenset[str] = frozenset()
    """Names of the folders that hold vendor files, usable or not."""
    files_by_id: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The vendor files that claim an id, by id in lower case."""

    def criteria_for(self, category: str) -> Criteria | None:
        """The criteria by which a category is judged, if they are usable."""
        return self.criteria.get(category)
