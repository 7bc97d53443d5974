"""The places at which a schema and our own reader reject data."""

from jsonschema import Draft202012Validator

from evalkit.schema.schema import MODELS, schema
from evalkit.source.shape.shape import shape

VALIDATORS = {
    kind: Draft202012Validator(schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for kind in MODELS
}


def by_model(kind, data):
    """The places at which the record rejects the data."""
    return {finding.route for finding in shape(MODELS[kind], data)[1]}


def by_schema(kind, data):
    """The places that the schema rejects; for unions, those within the intended branch."""
    errors = VALIDATORS[kind].iter_errors(data)
    return {place for error in errors for place in _places(error)}


def _places(error):
    meant = _meant(error)
    if meant:
        return {place for each in meant for place in _places(each)}
    here = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        return {(*here, key) for key in error.instance if key not in error.schema["properties"]}
    if "propertyNames" in error.absolute_schema_path:
        return {(*here, error.instance)}
    return {here}


def _meant(error):
    """The errors of the branches whose type and `kind` are those of the data."""
    branches = {}
    for each in error.context:
        branches.setdefault(each.relative_schema_path[0], []).append(each)
    return [
        each
        for branch in branches.values()
        if not any(_is_another_branch(each) for each in branch)
        for each in branch
    ]


def _is_another_branch(each):
    way = tuple(each.relative_path)
    if way == ("kind",):
        return each.validator == "const"
    if way:
        return False
    if each.validator == "anyOf":
        return all(one.validator == "type" for one in each.context)
    if each.validator == "required":
        # A form of a record, or a record that its kind would tell from others.
        is_form = "properties" not in each.schema
        return is_form or ("kind" in each.validator_value and "kind" not in each.instance)
    return each.validator in {"type", "const", "enum", "not"}
