"""Regions in which prices and facts hold: countries, EU, EEA and world.

Sources: ISO 3166-1 for the two letters of countries; the Treaty on European Union for the EU; the
Agreement on the European Economic Area for the EEA, which adds Iceland, Liechtenstein and Norway.
The members are those of 29 November 2026.
"""

COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()  # noqa: SIM905  # a list would take a line for each
)
EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
EEA = EU | {"IS", "LI", "NO"}
WORLD = "world"
GROUPS = {"EU": EU, "EEA": EEA, WORLD: COUNTRIES}
"""The countries of each region that has several; a price for the world holds everywhere."""

REGIONS = COUNTRIES | GROUPS.keys()
OTHER_NAMES = {"UK": "GB", "EL": "GR", "USA": "US", "UAE": "AE"}
"""Letters that are often taken for those of a country."""


def contains(outer: str, inner: str) -> bool:
    """Whether a region has all countries of another; each contains itself."""
    return _countries(inner) <= _countries(outer)


def holds(where: str | None, plans: str | None) -> bool:
    """Whether a price or a fact holds in a plan's region; where either names none, it does."""
    return where is None or plans is None or contains(where, plans)


def in_sentence(region: str) -> str:
    """A region inside a sentence."""
    return f"the {region}" if region in {*GROUPS, "US", "GB"} else region


def _countries(region: str) -> frozenset[str]:
    return GROUPS.get(region) or frozenset({region})
