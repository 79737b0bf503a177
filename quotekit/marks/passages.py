"""Passages in quotation marks: stretches nested in one another, each with its use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.marks.records import Passage, Use
from quotekit.marks.scan import Family, scan
from quotekit.marks.stretches import Row, Stretch, find_stretches, outer_family
from quotekit.marks.use import Setting, find_use, has_break, is_headline

_NEARBY = 40
_LONGEST_HEADLINE = 200
_MARKS = "\"'“”‘’"
_BETWEEN_TITLES = ("", ",", "and", ", and", "or", ", or")


def find_passages(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Passage]:
    """Return the passages set in quotation marks, sorted by (start, -end).

    >>> [passage] = find_passages('"Come in," said Ann.', [(0, 20)])
    >>> passage.start, passage.end, passage.use
    (1, 9, <Use.QUOTATION: 'quotation'>)
    """
    rows = [Row(*p, marks) for p, marks in zip(paragraphs, scan(text, paragraphs), strict=True)]
    outer = outer_family(rows)
    passages: list[Passage] = []
    left_open = False
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        if not row.marks:
            left_open = False
            continue
        stretches = find_stretches(text, row, following, outer, left_open)
        found = list(_passages(text, row, stretches, outer, left_open))
        left_open = any(p.depth == 0 and not p.closed for p in found)
        passages += found
    return passages


def _passages(
    text: str, row: Row, stretches: Sequence[Stretch], outer: Family, left_open: bool
) -> Iterator[Passage]:
    """The passages of one paragraph; of two stretches that cross, the first stays."""
    holders: list[Stretch] = []
    resumes = False
    title_end = row.start
    lists = False
    in_headline = row.end - row.start < _LONGEST_HEADLINE and is_headline(text[row.start : row.end])
    for s in stretches:
        while holders and holders[-1].outer_end <= s.outer_start:
            holders.pop()
        inside = text[s.start : s.end]
        bare = inside.strip()
        if not bare or (holders and holders[-1].end < s.outer_end):
            continue
        start = s.start + len(inside) - len(inside.lstrip())
        use = find_use(
            Setting(
                bare.strip(_MARKS).strip() or bare,
                before=text[max(row.start, s.outer_start - _NEARBY) : s.outer_start],
                after=text[s.outer_end : min(row.end, s.outer_end + _NEARBY)],
                resumes=resumes,
                lists=lists and text[title_end : s.outer_start].strip() in _BETWEEN_TITLES,
                in_headline=in_headline,
            )
        )
        lists, title_end = use is Use.TITLE, s.outer_end
        if not holders and use is Use.QUOTATION:
            if s.family is Family.SINGLE and outer is not Family.SINGLE and not has_break(bare):
                use = Use.PHRASE  # a headline's, or a term
            else:
                resumes = True
        yield Passage(
            start,
            start + len(bare),
            s.outer_start,
            s.outer_end,
            depth=len(holders),
            closed=s.closed,
            continues=left_open and not holders and s.outer_start == row.start,
            use=use,
        )
        holders.append(s)
