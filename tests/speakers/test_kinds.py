"""Whether the words of a name tell by themselves what it names."""

import pytest

from quotekit.speakers import leaves_open


@pytest.mark.parametrize(
    ("name", "is_open"),
    [
        ("Mr. Okafor", False),
        ("Dame Ann Okafor", False),
        ("Monday", False),
        ("May", False),
        ("May Okafor", True),
        ("Okafor", True),
        ("Captain", True),
        ("Harbour Trust", True),
    ],
)
def test_a_title_or_the_calendar_tells(name: str, is_open: bool) -> None:
    assert leaves_open(name.split()) is is_open
