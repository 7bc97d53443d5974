"""How the figures are made: the method, its names and words, files and versions."""

from evalkit.wording.messages.catalogue import Message

METHODS = {
    "geometric": Message("Geometric mean"),
    "topsis-vector": Message("TOPSIS"),
    "vikor": Message("VIKOR"),
    "promethee2-linear": Message("PROMETHEE II"),
}
"""The names of other methods, by their ids."""

TITLE = Message("Method, glossary, hashes and versions")
POINTS = Message(
    "Points are the sum of weight times value over all measures. A value is 0 to 100 by the "
    "measure's scale, and weights add up to 100%."
)
MIDDLE = Message(
    "An open fact may be anything on its scale. The range shows the worst and the best; where one "
    "number is needed, the middle counts."
)
WORST = Message(
    "An open fact may be anything on its scale. The range shows the worst and the best; where one "
    "number is needed, the worst counts."
)
SETTLED = Message("A vendor's settled share is 100% less the width of its range of points.")
RANKED_FROM = Message("A vendor is ranked from {share} settled on.")
STALE = Message("What is out of date counts as not looked for.")
REGION = Message("Prices and facts for {region} count.")
SIMULATED = Message(
    "{draws} simulations (random seed {seed}): weights vary around those stated, and each open "
    "fact is drawn at random."
)
SIMULATED_FIXED = Message(
    "{draws} simulations (random seed {seed}): the weights are fixed, and each open fact is drawn "
    "at random."
)
ACCURATE = Message("A share of simulations is accurate to {points} points.")
GATES = Message("Must-haves that are still open are taken as met.")
ONE_ROLE = Message("Only {role} are compared.")
ROLES = Message("Compared are {roles}.")
ROLE = Message("{role} ({vendors})")
NONE = Message("none")
LEFT_OUT = Message("Left out for every vendor: {measures}; {reason}.")
EXCLUDED = Message("{share} of the weight does not apply to {vendor}.")
IN_DETAIL = Message("In detail")
GLOSSARY_TITLE = Message("Glossary")
GLOSSARY = {
    "swing": (
        Message("Swing weight"),
        Message("How much it is worth to go from the worst to the best end of a scale."),
    ),
    "gate": (
        Message("Must-have (gate)"),
        Message("A condition without which a vendor is ruled out, whatever its points."),
    ),
    "draw": (
        Message("Simulation (draw)"),
        Message("One calculation with weights and open facts picked at random."),
    ),
    "smaa": (
        Message("Rank acceptability (SMAA-2)"),
        Message("The share of simulations in which a vendor takes a place."),
    ),
    "alike": (
        Message("Rise and fall together"),
        Message("All open facts of a vendor turn out equally good or bad."),
    ),
    "evppi": (
        Message("Value of research (EVPPI)"),
        Message(
            "How many points better the choice is on average once a fact is known, and how likely "
            "it is that somebody else wins then."
        ),
    ),
    "crossover": (
        Message("Crossover"),
        Message("The weight of a criterion at which two vendors swap places."),
    ),
    "could": (
        Message("Could win (potentially optimal)"),
        Message("Some permitted weights and some possible facts put the vendor first."),
    ),
    "dominated": (
        Message("Dominated"),
        Message("No better than another vendor on any measure, whatever the open facts."),
    ),
    "stale": (
        Message("Stale"),
        Message("Checked longer ago than the measure allows, or expired."),
    ),
}
"""Words of decision analysis, each with what it means."""
TERM = Message("Term")
MEANING = Message("Meaning")
FILES = Message("Files and their fingerprints (SHA-256)")
FILE = Message("File")
FINGERPRINT = Message("Fingerprint")
SCALES = Message("Fingerprint of the scales")
VERSION = Message("Made with evalkit {version}; the saved evaluation has format {format}.")
