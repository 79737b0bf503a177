"""Mostly talk or not: decides whether a paragraph in marks is the next speaker's turn; and which
passages of a paragraph are one turn."""

from __future__ import annotations

import pytest

from quotekit import QuoteKit
from quotekit.marks import find_paragraphs, find_passages, find_turns
from quotekit.quotes.conversation import follows, is_conversation
from quotekit.quotes.drafts import Draft

TURN, DASH, LONG = '"Is the pier open, Lee?"', "— Is it open?", '"The pier is shut for good now."'
REPORT, FACT = 'Lee said: "It is shut."', "The pier is shut."


@pytest.mark.parametrize(
    ("paragraphs", "talk"),
    [
        ([TURN] * 4, True),
        ([TURN] * 3, False),
        ([TURN] * 4 + [FACT] * 20, True),
        ([TURN] * 4 + [REPORT] * 4, True),
        ([TURN] * 4 + [REPORT] * 5, False),
        ([TURN] * 3 + [LONG] * 7, True),
        ([TURN] * 3 + [LONG] * 8, False),
        ([DASH] * 4 + [FACT] * 20, True),
        ([DASH] * 3 + [FACT] * 20, False),
        ([REPORT] * 20, False),
        ([FACT] * 20, False),
        ([], False),
    ],
)
def test_is_conversation(paragraphs: list[str], talk: bool) -> None:
    text = "\n\n".join(paragraphs)
    places = find_paragraphs(text)
    starts = [start for start, _ in places]
    turns = find_turns(text, places)
    assert is_conversation(text, starts, find_passages(text, places), turns) is talk


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ('"It is shut," he broke out, looking up, "and nobody told me."', True),
        ('"It is shut!" he broke out. "Nobody told me."', True),
        ('"It is shut--" He looked up. "Nobody told me."', True),
        ('"It is shut . . ." He looked up. "Nobody told me."', True),
        ('"It is shut." He looked up. "Nobody told me."', False),
        ('"It is shut." he broke out. "Nobody told me."', False),
        ('"Is it shut?" He looked up. "Nobody told me."', False),
        ('"It is shut," he broke out. He looked up. "Nobody told me."', False),
        ('"It is shut!" "Nobody told me."', False),
    ],
)
def test_follows(text: str, one: bool) -> None:
    first, second = find_passages(text, [(0, len(text))])
    draft = Draft(0, [(first.outer_start, first.outer_end)], [first])
    assert follows(text, draft, second) is one


DIALOGUE = "\n\n".join(
    f'"{turn}"' for turn in ("Who is there?", "It is I.", "At last!", "Am I late?", "A little.")
)


@pytest.mark.parametrize(
    ("paragraph", "turns"),
    [
        ('"Now," said Okafor, lowering her voice, "listen to me."', ["Now … listen to me."]),
        ('"No!" cried Okafor, and then she added: "Never."', ["No! … Never."]),
        (
            '"My father wants," she said, "a boat. He says so," she said.',
            ["My father wants … a boat. He says so"],
        ),
        ('"No," said Okafor, and Brandt replied: "Never."', ["No", "Never."]),
        ('"No," he said, and she replied: "Never."', ["No", "Never."]),
        ('"I see," she said. "Tell me," she added, "all."', ["I see", "Tell me … all."]),
        ('"No," said Okafor, who thought it "a shame", "I will not."', ["No … I will not."]),
        ('"Come, Lee," taking his arm, "come home."', ["Come, Lee … come home."]),
        (
            '"I know," he said, "but I am sure" (smiling) "he will come."',
            ["I know … but I am sure … he will come."],
        ),
        ('"But she" The door opened.', ["But she"]),
        ('"The Ferry!" Okafor looked up.', ["The Ferry!"]),
    ],
)
def test_one_turn_is_one_quotation(kit: QuoteKit, paragraph: str, turns: list[str]) -> None:
    found = kit.analyze(f"{DIALOGUE}\n\n{paragraph}").quotes[5:]
    assert [" … ".join(piece.text for piece in quote.content) for quote in found] == turns


@pytest.mark.parametrize(
    ("lead", "announced"),
    [
        ("Okafor stopped, and said,", True),
        ("Okafor stopped, and said with a smile--", True),
        ("Okafor stopped, and said softly", True),
        ("Okafor stopped, and said no more.", False),
    ],
)
def test_lead_in(kit: QuoteKit, lead: str, announced: bool) -> None:
    text = f'{DIALOGUE}\n\n{lead}\n\n"It is late."'
    quote = kit.analyze(text).quotes[-1]
    assert quote.text == "It is late."
    assert (quote.cue is not None and quote.cue.text == "said") is announced
