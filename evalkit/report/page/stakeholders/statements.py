"""What is folded: the weights of each person, how they were stated, and how far apart they are."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.robustness import (
    StakeholderResult,
    StakeholdersResult,
    StatementResult,
)
from evalkit.model.criteria import in_words
from evalkit.report.page.stakeholders.readings import shortened
from evalkit.templates.view import View
from evalkit.wording.messages import people as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import date, decimal, listed, percent

MOST_COLUMNS = 8
"""How many people a table of weights has."""


def weights(evaluation: Evaluation, found: StakeholdersResult) -> list[View]:
    """The weights of criteria by person, cut into tables that are narrow enough for paper."""
    return [
        {
            "heads": [person.name for person in found.people[start : start + MOST_COLUMNS]],
            "rows": [
                {
                    "title": criterion.title,
                    "cells": [
                        percent(person.weights[criterion.id]) if person.weights else "–"
                        for person in found.people[start : start + MOST_COLUMNS]
                    ],
                    "group": percent(found.group[criterion.id]),
                }
                for criterion in evaluation.criteria
            ],
        }
        for start in range(0, len(found.people), MOST_COLUMNS)
    ]


def statements(evaluation: Evaluation, found: StakeholdersResult) -> list[View]:
    """What each person said, when, why, and by which method."""
    titles = _titles(evaluation)
    return [
        {
            "name": say(told.STATED, person=person.name, day=date(person.stated))
            if person.stated
            else person.name,
            "because": person.because,
            "lines": list(_lines(person, titles)),
        }
        for person in found.people
    ]


def _titles(evaluation: Evaluation) -> dict[str, str]:
    """The titles of criteria and measures by id."""
    found = {each.id: each.title for each in evaluation.criteria}
    return {m.id: m.title for each in evaluation.criteria for m in each.measures} | found


def _lines(person: StakeholderResult, titles: dict[str, str]) -> Iterator[str]:
    for statement in person.statements:
        known = told.METHODS.get(statement.kind)
        method = say(known) if known else statement.method
        if statement.above:
            above = titles.get(statement.above) or in_words(statement.above)
            method = say(told.WITHIN, criterion=above, method=method)
        yield " ".join((method, say(told.SENTENCE, text=_shares(statement, titles))))
        if statement.consistency:
            yield statement.consistency.text


def _shares(statement: StatementResult, titles: dict[str, str]) -> str:
    order = sorted(statement.weights.items(), key=lambda each: -each[1])
    return listed(
        [
            say(told.SHARES, criterion=titles.get(name) or in_words(name), share=percent(share))
            for name, share in order
        ]
    )


def agreement(evaluation: Evaluation, found: StakeholdersResult) -> Iterator[str]:
    """What divides people most, who is furthest apart, and how far their orders agree."""
    titles = _titles(evaluation)
    names = {person.id: person.name for person in found.people}
    widest = [each for each in found.spreads if not each.above][:1]
    for each in widest:
        yield say(
            told.WIDEST,
            criterion=titles[each.criterion],
            low=percent(each.low),
            low_by=shortened([names[name] for name in each.low_by]),
            high=percent(each.high),
            high_by=shortened([names[name] for name in each.high_by]),
        )
    for pair in found.distances[:1]:
        one, other, share = names[pair.one], names[pair.other], percent(pair.moved)
        yield say(told.FARTHEST, one=one, other=other, share=share)
    for alike in found.concordance:
        message = told.VENDORS_ALIKE if alike.of == "vendors" else told.CRITERIA_ALIKE
        if not alike.above:
            yield say(message, w=decimal(alike.w, 2))
