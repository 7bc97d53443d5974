"""Evaluations saved before their records had all of today's keys."""

import json

from evalkit.report.data import from_json, to_json


def without(evaluation, *keys):
    """The evaluation read back from JSON without some keys."""
    return from_json(json.dumps(_left(json.loads(to_json(evaluation)), keys)))


def _left(content, keys):
    if isinstance(content, dict):
        return {key: _left(value, keys) for key, value in content.items() if key not in keys}
    return [_left(each, keys) for each in content] if isinstance(content, list) else content
