"""``python -m quotekit`` is the command ``quotekit``."""

from quotekit.cli import main

main()
