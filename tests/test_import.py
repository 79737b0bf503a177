"""What ``import quotekit`` brings, what it costs, and who may know what inside the package."""

import ast
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotekit

ROOT = Path(__file__).parent.parent
HEAVY = ("cattrs", "click", "numpy", "rich", "rtoml", "spacy", "textacy")

LABELS = {
    "nsubj", "nsubjpass", "csubj", "csubjpass", "dobj", "iobj", "pobj", "pcomp", "ccomp", "xcomp",
    "advcl", "acl", "relcl", "auxpass", "amod", "nmod", "npadvmod", "appos", "oprd", "dative",
    "quantmod", "advmod", "nummod", "predet", "preconj",
}  # fmt: skip
"""The parser's dependency labels, those that are no ordinary words."""


def test_public_names() -> None:
    assert set(quotekit.__all__) == {
        "Act", "Analysis", "Basis", "Entity", "InvalidInput", "Lexicon", "LexiconError", "Mention",
        "MissingExtra", "ModelNotFound", "Quote", "QuoteKind", "QuoteKit", "QuoteKitError", "Span", "Stance",
        "StanceLabel", "__version__", "analyze", "classify_stance", "extract_quotes",
        "extract_stances",
    }  # fmt: skip
    for name in quotekit.__all__:
        assert getattr(quotekit, name) is not None
        assert name in dir(quotekit)


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="'quotekit' has no attribute 'Quotekit'"):
        quotekit.Quotekit  # type: ignore[attr-defined]  # noqa: B018


def fresh(code: str) -> str:
    """What the code prints in a Python of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="/"
    )
    return done.stdout.strip()


def test_import_loads_nothing_heavy() -> None:
    loaded = fresh(f"import quotekit, sys; print([m for m in {HEAVY} if m in sys.modules])")
    assert loaded == "[]"


def test_the_component_module_loads_nothing_that_spacy_has_not() -> None:
    """spaCy imports it on every load of every pipeline."""
    loaded = fresh(
        "import sys, spacy; before = set(sys.modules); import quotekit.component\n"
        "print(sorted(name for name in set(sys.modules) - before "
        "if name.partition('.')[0] not in sys.stdlib_module_names))"
    )
    strangers = [name for name in ast.literal_eval(loaded) if not name.startswith("attr")]
    assert strangers == [
        "quotekit",
        "quotekit.component",
        "quotekit.errors",
        "quotekit.records",
    ]


def test_analysis_loads_no_textacy() -> None:
    code = "import quotekit, sys; quotekit.analyze('Lee said no.'); print('textacy' in sys.modules)"
    assert fresh(code) == "False"


def test_import_is_quick() -> None:
    """Below 0.15 s where importing spaCy takes 0.9 s: a sixth, whatever the machine."""
    timed = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"

    def best(module: str) -> float:
        return min(float(fresh(timed.format(module))) for _ in range(3))

    assert best("quotekit") < best("spacy") / 6


def test_functions_share_one_kit(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    class SlowKit:
        def __init__(self) -> None:
            built.append(self)
            time.sleep(0.05)

    monkeypatch.setattr("quotekit.kit.QuoteKit", SlowKit)
    quotekit._built_once.cache_clear()
    try:
        threads = [threading.Thread(target=quotekit._default_kit) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        quotekit._built_once.cache_clear()
    assert len(built) == 1


def test_functions_are_the_kits() -> None:
    text = "“The pier is safe,” Ann Okafor said. Lee opposes the Harbour Trust."
    analysis = quotekit.analyze(text)
    assert quotekit.extract_quotes(text) == list(analysis.quotes)
    assert quotekit.extract_stances(text) == list(analysis.stances)
    assert quotekit.QuoteKit().analyze(text) == analysis
    assert pickle.loads(pickle.dumps(analysis)) == analysis
    asked = quotekit.QuoteKit().classify_stance(text, "Harbour Trust", "Lee")
    assert quotekit.classify_stance(text, "Harbour Trust", "Lee") == asked


@pytest.mark.parametrize("text", [None, 3, b"bytes", ["a text"]])
def test_what_is_no_text_is_refused(text: object) -> None:
    with pytest.raises(quotekit.InvalidInput):
        quotekit.analyze(text)  # type: ignore[arg-type]


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def test_dependency_labels_stand_in_the_syntax_stage_only() -> None:
    strangers = [
        (str(path.relative_to(ROOT)), node.lineno, node.value)
        for path in modules("quotekit")
        if (ROOT / "quotekit/syntax") not in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in LABELS
    ]
    assert strangers == []


def imports(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield str(node.module).partition(".")[0]


def test_textacy_is_imported_in_one_module_and_by_its_own_benchmark() -> None:
    users = [path.name for path in modules("quotekit", "benchmarks") if "textacy" in imports(path)]
    assert sorted(users) == ["peers.py", "sources.py"]
