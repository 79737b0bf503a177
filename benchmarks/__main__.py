"""``python -m benchmarks COMMAND …``; each command is the module of its name, with its own help."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

COMMANDS = ("accuracy", "speakers", "stances", "speed", "stress", "errors")


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"usage: python -m benchmarks {'|'.join(COMMANDS)} …")
    name = sys.argv.pop(1)
    sys.path.insert(0, str(Path(__file__).parent))
    runpy.run_module(name, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
