"""What a scenario changes, said above everything that is made with it."""

from evalkit.wording.messages.catalogue import Message

BANNER = Message("What-if, not the evaluation of {plan}")
TITLE = Message("What-if: {plan}")
TITLED = Message("“{title}”.")
WEIGHTS = Message("Weights: {changes}.")
WEIGHTS_BELOW = Message("Weights within {above}: {changes}.")
CHANGE = Message("{criterion} {after} instead of {before}")
IN_PROPORTION = Message("{change}, the others in proportion")
MIDDLE = Message("What is open counts at half, not at worst.")
WORST = Message("What is open counts at worst, not at half.")
GATE_OFF = Message("The must-have “{requirement}” rules nobody out.")
COMPARED = Message("Side by side: {vendors}.")
SAME = Message("Nothing differs from the plan.")
STALE = Message(
    "It was made from another evaluation: files, the day or evalkit have changed since, and its "
    "figures may differ from those seen then."
)
