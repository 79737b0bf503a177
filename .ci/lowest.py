"""Print the lowest version allowed of everything that quotekit stands on, as pip's constraints."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
dependencies = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
for requirement in dependencies:
    name, version = re.match(r"([\w.-]+)\s*>=\s*([\w.]+)", requirement).groups()
    print(f"{name}=={version}")
