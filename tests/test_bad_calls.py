"""Calls that cannot work: each says what is wrong, in one error of quotekit's own."""

from __future__ import annotations

import ast
import inspect
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import quotekit
from quotekit import Analysis, InvalidInput, Lexicon, QuoteKit, QuoteKitError

TEXT = "Ann Okafor criticised Tomas Brandt. “No,” Lee said."
NO_TEXT: list[Any] = [
    None,
    3,
    b"bytes",
    ["a text"],
    {"text": "a"},
    Path("a.txt"),
    object,
    iter("a"),
]
FUNCTIONS: list[Callable[[Any], Any]] = [
    quotekit.analyze,
    quotekit.extract_quotes,
    quotekit.extract_stances,
    lambda text: quotekit.classify_stance(text, "Lee"),
    QuoteKit().analyze,
    lambda text: QuoteKit().classify_stance(text, "Lee"),
    lambda text: list(QuoteKit().pipe([text])),
]


@pytest.mark.parametrize("call", FUNCTIONS)
@pytest.mark.parametrize("text", NO_TEXT, ids=repr)
def test_what_is_no_text(call: Callable[[Any], Any], text: Any) -> None:
    with pytest.raises(InvalidInput, match="expected a text or a spaCy Doc, got"):
        call(text)


@pytest.mark.parametrize(
    ("target", "holder", "message"),
    [
        ("", None, "target '' is not in the text"),
        (" ", None, "target ' ' is not in the text"),
        ("Kim", None, "target 'Kim' is not in the text"),
        ("Okafo", None, "target 'Okafo' is not in the text"),
        ("Lee", "Kim", "holder 'Kim' is not in the text"),
        ("Lee", "", "holder '' is not in the text"),
        ("Lee", "Lee", "holder 'Lee' and target 'Lee' are the same"),
        ("Ann Okafor", "Okafor", "are the same"),
        ((0, 3), (0, 10), "are the same"),
        ((5, 5), None, r"target \(5, 5\): not a range of a text of 51 characters"),
        ((5, 3), None, "not a range"),
        ((-3, 3), None, "not a range"),
        ((0, 52), None, "not a range"),
        ((0.0, 3.0), None, "not a range"),
        ((0, None), None, "not a range"),
        (("0", "3"), None, "not a range"),
        ((0, 3, 5), None, r"expected a name or offsets \(start, end\)"),
        ((), None, "expected a name or offsets"),
        (None, None, "target None: expected a name or offsets"),
        (3, None, "target 3: expected a name or offsets"),
        (b"Lee", None, "target b'Lee': expected a name or offsets"),
        ("Lee", 3, "holder 3: expected a name or offsets"),
    ],
)
def test_whom_a_stance_cannot_be_about(target: Any, holder: Any, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        quotekit.classify_stance(TEXT, target, holder)


@pytest.mark.parametrize("texts", [None, 3, "one text", TEXT], ids=repr)
def test_what_is_no_row_of_texts(texts: Any) -> None:
    with pytest.raises(InvalidInput, match="pipe takes"):
        QuoteKit().pipe(texts)


@pytest.mark.parametrize("pair", ["text", None, ("text",), ("text", 1, 2), 3], ids=repr)
def test_what_is_no_pair(pair: Any) -> None:
    with pytest.raises(InvalidInput, match=r"expected \(text, context\)"):
        list(QuoteKit().pipe([pair], as_tuples=True))


@pytest.mark.parametrize("data", [None, 3, "{}", [], {}, {"schema": 2}, {"schema": 1}], ids=repr)
def test_what_is_no_analysis(data: Any) -> None:
    with pytest.raises(InvalidInput, match="not an analysis"):
        Analysis.from_dict(data)


@pytest.mark.parametrize(
    "line", [None, 3, "", "{", b"\xff", "[" * 100_000, "NaN"], ids=lambda line: repr(line)[:9]
)
def test_what_is_no_json(line: Any) -> None:
    with pytest.raises(InvalidInput, match=r"not JSON|not an analysis"):
        Analysis.from_json(line)


@pytest.mark.parametrize("path", [None, 3, b"own.toml", ["own.toml"]], ids=repr)
def test_what_is_no_path(path: Any) -> None:
    with pytest.raises(InvalidInput, match="expected a path"):
        Lexicon.default().extended(path)


@pytest.mark.parametrize(
    "model", ["", "en_no_such_model", "/nowhere", ".", "https://example.org/en"]
)
def test_a_model_that_is_not_there(model: str) -> None:
    with pytest.raises(QuoteKitError, match=r"spaCy model .* (is not installed|cannot be loaded)"):
        QuoteKit(model=model).analyze("Lee left.")


def test_errors_are_of_one_family() -> None:
    for error in (quotekit.InvalidInput, quotekit.ModelNotFound, quotekit.LexiconError):
        assert issubclass(error, QuoteKitError)
        assert str(pickle.loads(pickle.dumps(error("what is wrong")))) == "what is wrong"


def test_every_error_raised_on_purpose_is_quotekits_own() -> None:
    """Besides those that Python's protocols ask for; the command line has click's."""
    allowed = {"AttributeError", "NotImplementedError", "WrongValueError", "error"}
    own = {name for name, kind in vars(quotekit.errors).items() if isinstance(kind, type)}
    package = Path(inspect.getfile(quotekit)).parent
    raised = {
        (str(path.relative_to(package)), ast.unparse(node.exc.func).rpartition(".")[2])
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    }
    assert {
        (path, error)
        for path, error in raised
        if error not in own | allowed and not path.startswith("cli")
    } == set()
