"""Long runs and long texts, each in a process of its own, whose peak of memory is its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PEAK = """
from pathlib import Path
[peak] = [line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line]
print(int(peak.split()[1]) / 1024, found)
"""


def measured(code: str) -> tuple[float, int]:
    """Peak of memory in MB, and what the code has left in ``found``."""
    done = subprocess.run(
        [sys.executable, "-c", f"import newsroom, quotekit\n{code}\n{PEAK}"],
        cwd=Path(__file__).parent,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    peak, found = done.stdout.split()
    return float(peak), int(found)


def test_memory_does_not_grow_with_the_number_of_texts() -> None:
    run = "found = sum(len(a.quotes) for a in quotekit.QuoteKit().pipe(newsroom.articles({})))"
    few, many = (measured(run.format(count)) for count in (2_000, 20_000))
    print(f"2,000 articles: {few[0]:.0f} MB; 20,000: {many[0]:.0f} MB")
    assert many[0] < 1.1 * few[0]
    assert many[1] > 8 * few[1]


@pytest.mark.parametrize(
    ("characters", "joint"),
    [(900_000, r"\n\n"), (1_200_000, " "), (20_000_000, r"\n\n")],
    ids=["a novel", "one paragraph", "20 MB"],
)
def test_long_texts(characters: int, joint: str) -> None:
    """One name on the first page and on the last is one person."""
    peak, found = measured(f"""
text = newsroom.text({characters}, "{joint}")
text = "Ann Okafor left.{joint}" + text + "{joint}“It is over,” Ann Okafor said."
analysis = quotekit.analyze(text)
[okafor] = [entity for entity in analysis.entities if entity.name == "Ann Okafor"]
assert okafor.mentions[0].start == 0
assert okafor.mentions[-1].start > {characters}
last = analysis.quotes[-1]
assert (last.text, last.speaker.entity) == ("It is over", okafor)
assert all(text[q.content[0].start : q.content[0].end] == q.content[0].text for q in analysis.quotes)
found = len(analysis.quotes)
""")
    print(f"{characters:,} characters: {peak:.0f} MB, {found} quotations")
    assert found > characters / 1000
    assert peak < 500 + characters / 2500
