"""Pages that need an extra are left out where it is not installed."""

from importlib.util import find_spec

NEEDS = {"frames.md": ("pandas", "polars")}

collect_ignore = [page for page, packages in NEEDS.items() if not all(map(find_spec, packages))]
