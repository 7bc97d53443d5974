"""How the figures were made: the method in sentences, its words, the files and the versions."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import Evaluation, RoleResult
from evalkit.evaluation.record.robustness import RobustnessResult
from evalkit.templates.view import View
from evalkit.wording.messages import method as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import decimal, listed, percent_up, whole_number
from evalkit.wording.words import lower_first


def method(evaluation: Evaluation) -> View:
    """The method, a glossary, and the fingerprints by which the same result can be made again."""
    return {
        "title": say(told.TITLE),
        "sentences": list(_sentences(evaluation)),
        "details": evaluation.robustness.text if evaluation.robustness else "",
        "in_detail": say(told.IN_DETAIL),
        "exceptions": list(_exceptions(evaluation)),
        "glossary_title": say(told.GLOSSARY_TITLE),
        "term": say(told.TERM),
        "meaning": say(told.MEANING),
        "glossary": [
            {"term": say(term), "meaning": say(meaning)} for term, meaning in told.GLOSSARY.values()
        ],
        "files_title": say(told.FILES),
        "file": say(told.FILE),
        "fingerprint": say(told.FINGERPRINT),
        "files": [{"path": each.path, "sha256": each.sha256} for each in evaluation.inputs],
        "scales_title": say(told.SCALES),
        "scales": evaluation.plan.scales,
        "version": say(
            told.VERSION, version=evaluation.evalkit, format=decimal(evaluation.format, 0)
        ),
    }


def _sentences(evaluation: Evaluation) -> Iterator[str]:
    plan = evaluation.plan
    yield say(told.POINTS)
    yield say(told.MIDDLE if plan.unknown == "middle" else told.WORST)
    yield say(told.SETTLED)
    if plan.rankable:
        yield say(told.RANKED_FROM, share=percent_up(plan.rankable))
    if plan.stale == "unknown":
        yield say(told.STALE)
    if plan.region:
        yield say(told.REGION, region=plan.region)
    if evaluation.robustness is not None:
        yield from _simulated(evaluation.robustness)


def _simulated(found: RobustnessResult) -> Iterator[str]:
    message = told.SIMULATED_FIXED if found.space == "fixed" else told.SIMULATED
    yield say(message, draws=whole_number(found.draws), seed=decimal(found.seed, 0))
    error = 100 * (0.25 / found.draws) ** 0.5
    yield say(told.ACCURATE, points=decimal(error, 1))
    yield say(told.GATES)


def _exceptions(evaluation: Evaluation) -> Iterator[str]:
    """Which roles are compared, and what is left out, for all vendors or for one."""
    yield from _roles(evaluation)
    reasons: dict[str, list[str]] = {}
    for each in evaluation.left_out:
        reasons.setdefault(each.reason, []).append(lower_first(each.title))
    for reason, missing in reasons.items():
        yield say(told.LEFT_OUT, measures=listed(missing), reason=reason)
    for vendor in evaluation.vendors:
        if vendor.excluded > 0:
            share = percent_up(vendor.excluded)
            yield say(told.EXCLUDED, share=share, vendor=vendor.name)


def _roles(evaluation: Evaluation) -> Iterator[str]:
    """The roles that are compared; if there are several, each with its vendors."""
    roles = evaluation.plan.roles
    if len(roles) == 1:
        yield say(told.ONE_ROLE, role=lower_first(roles[0].title))
    elif roles:
        yield say(told.ROLES, roles=listed([_role(each, evaluation) for each in roles]))


def _role(role: RoleResult, evaluation: Evaluation) -> str:
    names = [vendor.name for vendor in evaluation.vendors if vendor.role == role.id]
    title = lower_first(role.title)
    return say(told.ROLE, role=title, vendors=listed(names) if names else say(told.NONE))
