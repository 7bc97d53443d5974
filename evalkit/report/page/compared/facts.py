"""The facts on which vendors side by side differ, with their sources."""

import datetime
from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.evaluation import Evaluation, MeasureResult, VendorResult
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.evaluation.record.source import Source
from evalkit.explanation.lookup import measures, points_of
from evalkit.templates.escape import web_link
from evalkit.templates.view import View
from evalkit.wording.messages import finalists as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import date, decimal


def facts(evaluation: Evaluation, vendors: Sequence[VendorResult]) -> View:
    """A row for each measure on which they differ, the largest difference in points first."""
    found = [measure for _, measure in measures(evaluation)]
    unlike = [measure for measure in found if len(_said(measure, vendors)) > 1]
    unlike.sort(key=lambda measure: -_spread(measure, vendors))
    same = len(found) - len(unlike)
    return {
        "rows": [_row(measure, vendors) for measure in unlike],
        "same": say(told.SAME_FACTS, same) if same else "",
    }


def _said(measure: MeasureResult, vendors: Sequence[VendorResult]) -> set[tuple[str, str]]:
    """What is said of the vendors, in words, and how well it is known."""
    values = [vendor.measures[measure.id] for vendor in vendors]
    return {(_in_words(each), each.status) for each in values}


def _spread(measure: MeasureResult, vendors: Sequence[VendorResult]) -> float:
    points = [points_of(vendor, measure.id) for vendor in vendors]
    return max(points) - min(points)


def _row(measure: MeasureResult, vendors: Sequence[VendorResult]) -> View:
    best, second, *_ = sorted(vendors, key=lambda each: -points_of(each, measure.id))
    gap = decimal(points_of(best, measure.id) - points_of(second, measure.id), 1)
    is_level = gap == decimal(0, 1)
    return {
        "title": measure.title,
        "cells": [_cell(vendor, measure) for vendor in vendors],
        "winner": "" if is_level else best.name,
        "ahead": say(told.LEVEL) if is_level else say(told.AHEAD, points=gap),
    }


def _cell(vendor: VendorResult, measure: MeasureResult) -> View:
    value = vendor.measures[measure.id]
    return {"text": _in_words(value), "sources": list(_sources(value.fact))}


def _in_words(value: MeasureValue) -> str:
    """What is known, and beyond which end of its scale it lies."""
    if value.fact is None:
        return say(told.NOT_LOOKED_FOR)
    message = told.BEYOND.get(value.beyond)
    return say(message, fact=value.fact.text) if message else value.fact.text


def _sources(fact: FactResult | None) -> Iterator[View]:
    """Where a fact comes from, or where it was looked for in vain, each with its day."""
    if fact is None:
        return
    stated = [each for each in (fact.reading, *fact.conflicts) if each is not None and each.source]
    for reading in stated:
        # What is worked out is as old as what it is worked out from.
        yield _source(reading, "" if fact.derived else _checked(reading.checked))
    for look in () if stated else fact.looked:
        yield _source(look, say(told.LOOKED, day=date(look.checked)) if look.checked else "")


def _checked(day: datetime.date | None) -> str:
    return say(told.CHECKED, day=date(day)) if day else say(told.UNDATED)


def _source(origin: Source, day: str) -> View:
    return {"source": origin.source, "link": web_link(origin.source), "day": day}
