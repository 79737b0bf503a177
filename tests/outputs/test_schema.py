"""The JSON Schema that is shipped, against what comes out and against the records."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from analyses import ANALYSIS, EMPTY
from attrs import fields_dict
from jsonschema import Draft202012Validator

from quotekit import Act, Analysis, Basis, Entity, Mention, Quote, QuoteKind, Span, Stance
from quotekit.outputs.data import SCHEMA
from quotekit.records import StanceLabel

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        files("quotekit.outputs").joinpath("analysis.schema.json").read_text("utf-8")
    )
    Draft202012Validator.check_schema(found)
    return found


@pytest.mark.parametrize("analysis", [ANALYSIS, EMPTY], ids=["full", "empty"])
def test_hand_built(schema: dict[str, Any], analysis: Analysis) -> None:
    Draft202012Validator(schema).validate(json.loads(analysis.to_json()))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds(schema: dict[str, Any], kit: Any, path: Path) -> None:
    analysis = kit.analyze(path.read_text("utf-8"))
    Draft202012Validator(schema).validate(analysis.to_dict())


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("span", Span),
        ("entity", Entity),
        ("mention", Mention),
        ("stance", Stance),
        ("quote", Quote),
    ],
)
def test_it_names_the_fields_of_the_records(
    schema: dict[str, Any], name: str, record: type
) -> None:
    described = schema["$defs"][name]
    assert described["required"] == list(described["properties"]) == list(fields_dict(record))


def test_it_names_the_fields_of_an_analysis(schema: dict[str, Any]) -> None:
    assert schema["required"] == ["schema", *fields_dict(Analysis)]
    assert schema["properties"]["schema"] == {"const": SCHEMA}


def test_it_names_the_members(schema: dict[str, Any]) -> None:
    quote, stance = (schema["$defs"][name]["properties"] for name in ("quote", "stance"))
    assert quote["kind"]["enum"] == list(QuoteKind)
    assert quote["act"]["enum"] == list(Act)
    assert stance["label"]["enum"] == list(StanceLabel)
    assert stance["basis"]["enum"] == [*Basis, None]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("quotes", 0, "kind"), "verbatim"),
        (("quotes", 0, "speaker"), "Ann Okafor"),
        (("quotes", 0, "content", 0, "start"), -1),
        (("stances", 0, "target"), None),
        (("entities", 0, "mentions"), None),
    ],
)
def test_it_refuses_what_from_dict_refuses(
    schema: dict[str, Any], path: tuple[str | int, ...], value: Any
) -> None:
    data = ANALYSIS.to_dict()
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not Draft202012Validator(schema).is_valid(data)
    with pytest.raises(ValueError, match="not an analysis"):
        Analysis.from_dict(data)
