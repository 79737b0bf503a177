"""The page as HTML: what it shows and how its marks nest. How it looks: ``test_page_in_browser``."""

import re
from html.parser import HTMLParser

import pytest
from analyses import ANALYSIS, EMPTY, TEXT
from hypothesis import given
from hypothesis import strategies as st

from quotekit import (
    Act,
    Analysis,
    Basis,
    Entity,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Stance,
    StanceLabel,
)
from quotekit.outputs.page import pages
from quotekit.outputs.page.cast import initials
from quotekit.outputs.page.nesting import Mark, nested

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Checks that every tag is closed in its turn, and keeps what the tests ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.article: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [str(found[key]) for key in ("id",) if key in found]
        self.links += [str(found[key])[1:] for key in ("href",) if key in found]
        self.links += [str(found[key]) for key in ("aria-describedby",) if key in found]
        if tag not in VOID:
            self.open.append((tag, found.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        added = any(name.split()[:1] in (["card"], ["chip"]) for _, name in self.open)
        if "article" in tags and tags[-1] != "article" and not added:
            self.article.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    assert len(set(reader.ids)) == len(reader.ids)
    assert set(reader.links) <= set(reader.ids)
    return reader


def shown(words: str, html: str) -> bool:
    return words in " ".join(re.sub("<[^>]*>", "", html).split())


def test_the_article_reads_as_it_was_written() -> None:
    assert "".join(read(ANALYSIS.to_html()).article) == TEXT


def test_cards_say_what_was_read() -> None:
    html = ANALYSIS.to_html()
    assert shown("Ann Okafor direct speech · told → Lee verb.tell name", html)
    assert shown("He indirect speech · said verb.say", html)
    assert shown(
        "Ann Okafor for the Harbour Trust “backs” · expressed · told by the author "
        "support.verb.back",
        html,
    )
    assert shown("he for the Harbour Trust “backs” · expressed · in the words of He", html)


def test_tables_count_and_name() -> None:
    html = ANALYSIS.to_html()
    assert shown("AO Ann Okafor 1 8", html)
    assert shown("? He 2 5", html)
    assert shown("the Harbour Trust Ann Okafor for backs he for backs", html)


def test_nothing_found() -> None:
    html = EMPTY.to_html()
    read(html)
    assert shown("Nobody is quoted.", html)
    assert shown("Nobody takes sides.", html)


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("Port reopens\n\nIt was closed.", True),
        ("Port reopens", False),
        ("The port reopened.\n\nIt was closed.", False),
        ("Port " * 30 + "\n\nIt was closed.", False),
    ],
)
def test_headline(text: str, headed: bool) -> None:
    html = Analysis(text, (), (), (), "m 1").to_html()
    assert ("<h1>Port reopens</h1>" in html) is headed
    assert ("<h1>" in html) is headed


def stance(holder: str, target: str, evidence: tuple[int, int] = (4, 9)) -> Stance:
    text = "Lee backs the bill. Ann backs the Bill."
    place = Span(*evidence, text[slice(*evidence)])
    who = Mention(Span(0, 3, holder), Entity(holder, None, ()))
    return Stance(
        StanceLabel.SUPPORT,
        Basis.DEED,
        who,
        Mention(Span(10, 18, target)),
        place,
        None,
        "support.verb.back",
    )


def grid(*stances: Stance) -> str:
    html = Analysis("Lee backs the bill. Ann backs the Bill.", (), stances, (), "m 1").to_html()
    return html[html.index("<h2>Who stands") :]


def test_grid_has_one_column_for_what_goes_by_the_same_words() -> None:
    table = grid(stance("Lee", "the bill"), stance("Ann", "the Bill", (24, 29)))
    assert table.count('scope="col"') == 1
    assert table.count('scope="row"') == 2
    assert "<i>the bill</i>" in table


def test_grid_has_one_row_for_who_stands_alike_on_the_same_words() -> None:
    assert shown("Lee, Ann for backs", grid(stance("Lee", "the bill"), stance("Ann", "the bill")))


def test_grid_counts() -> None:
    table = grid(stance("Lee", "the bill"), stance("Lee", "the bill", (24, 29)))
    assert shown("Lee for 2× backs", table)


def test_a_neutral_stance_without_evidence_is_in_the_grid_alone() -> None:
    target = Mention(Span(0, 3, "Lee"))
    neutral = Stance(StanceLabel.NEUTRAL, None, None, target, None, None, "neutral.no-evidence")
    html = Analysis("Lee left.", (), (neutral,), (), "m 1").to_html()
    read(html)
    assert shown("Lee the author neutral toward", html)


def test_one_page_for_many_articles() -> None:
    html = "".join(pages([("a <b>", ANALYSIS), ("b", ANALYSIS)], title="Two"))
    assert "".join(read(html).article) == TEXT * 2
    assert shown("a &lt;b&gt; 2 quotations, 2 stances", html)
    assert html.count("<details") == 2
    assert shown("Two a &lt;b&gt;", html[html.index("<body") :])
    assert "<details" not in "".join(pages([("a", ANALYSIS)], title="One"))
    assert shown("No articles.", "".join(pages([], title="None")))


def test_a_page_is_written_as_its_articles_come() -> None:
    def articles() -> object:
        yield "a", ANALYSIS
        raise RuntimeError("the second")

    pieces = pages(articles(), title="Two")  # type: ignore[arg-type]
    assert "<!doctype html>" in next(pieces)
    with pytest.raises(RuntimeError, match="the second"):
        list(pieces)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ann Marie Okafor", "AO"), ("Lee", "L"), ("the board", "tb"), ("", "?"), ("Ōe 二", "Ō")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


HOSTILE = "<script>alert(1)</script>\"'></span><img src=x onerror=alert(1)>{{ 7 * 7 }}&amp;\0\ud800"


def test_every_text_is_escaped() -> None:
    whole = Span(0, len(HOSTILE), HOSTILE)
    someone = Mention(whole, Entity(HOSTILE, HOSTILE, (whole,)), HOSTILE)
    held = Stance(StanceLabel.OPPOSE, Basis.TONE, someone, someone, whole, someone, HOSTILE)
    said = Quote(
        QuoteKind.DIRECT, Act.SPEECH, (whole,), whole, someone, someone, True, (held,), HOSTILE
    )
    analysis = Analysis(HOSTILE, (said,), (held,), (), HOSTILE)
    html = "".join(pages([(HOSTILE, analysis)], title=HOSTILE))
    read(html)
    assert "<script" not in html
    assert "<img" not in html
    assert html.encode()
    assert "\0" not in html
    assert "{{ 7 * 7 }}&amp;amp;\N{REPLACEMENT CHARACTER}" in html
    framed = analysis._repr_html_()
    assert framed.count("<") == 2  # the frame's own tag, opened and closed
    assert framed.count('"') == 6


@given(st.data())
def test_marks_nest_whatever_they_cover(data: st.DataObject) -> None:
    text = data.draw(st.text("ab \n<&", min_size=1, max_size=30))
    places = st.integers(0, len(text) - 1)
    ranges = data.draw(st.lists(st.tuples(places, places), max_size=8))
    marks = [Mark(min(a, b), max(a, b) + 1, "xy"[a % 2]) for a, b in ranges]
    covered: list[list[Mark]] = []
    open_: list[Mark] = []
    for step in nested(text, (0, len(text)), marks, "xy"):
        if isinstance(step, str):
            covered += [list(open_) for _ in step]
        elif step.opens:
            open_.append(step.mark)
        else:
            assert open_.pop() is step.mark
    assert open_ == []
    assert len(covered) == len(text)
    for place, over in enumerate(covered):
        assert {id(m) for m in over} == {id(m) for m in marks if m.start <= place < m.end}
