"""Time and memory on texts made to be hard, as a Markdown table.

Every text is analysed at half its size and at its whole size, each in a process of its own. Where
work grows with the length of the text, the whole takes about twice as long as the half. Memory is
the most that the process held, the model (some 150 MB) included. Times are of the processor.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, islice, product
from string import ascii_lowercase


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="*", metavar="CASE", help="default: all of them")
    parser.add_argument("--scale", type=float, default=1.0, help="of the sizes; default: 1")
    parser.add_argument("--one", action="store_true", help="measure one case here, print JSON")
    args = parser.parse_args()
    unknown = set(args.cases) - set(CASES)
    if unknown:
        parser.error(f"no case {min(unknown)!r}; there are: {', '.join(CASES)}")
    if args.one:
        print(json.dumps(_measured(CASES[args.cases[0]](args.scale))))
        return
    print("| text | characters | quotations | seconds | half of it: seconds | memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name in args.cases or CASES:
        half, whole = (_in_own_process(name, args.scale * part) for part in (0.5, 1.0))
        print(
            f"| {name} | {whole['characters']:,} | {whole['quotes']:,} | {whole['seconds']:.1f} "
            f"| {half['seconds']:.1f} | {whole['megabytes']:,.0f} |",
            flush=True,
        )


def _in_own_process(name: str, scale: float) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", "--scale", str(scale), name]
    return dict(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))


def _measured(text: str) -> dict[str, float]:
    from quotekit import QuoteKit

    kit = QuoteKit()
    kit.analyze("“It works,” Ann Lee said.")
    started = time.process_time()
    analysis = kit.analyze(text)
    seconds = time.process_time() - started
    for quote in analysis.quotes:
        for piece in quote.content:
            assert text[piece.start : piece.end] == piece.text
    return {
        "characters": len(text),
        "quotes": len(analysis.quotes),
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _names() -> Iterator[str]:
    """*Abaca Acabo*: no two alike."""
    syllables = ["".join(pair) for pair in product("bcdfglmnprstv", "aeiou")]
    for first, second, third in product(syllables, repeat=3):
        yield f"{(first + second).capitalize()} {(third + second + first).capitalize()}"


def _capitals() -> Iterator[str]:
    """*AAAA*, *AAAB*: no two alike."""
    return ("".join(letters).upper() for letters in product(ascii_lowercase, repeat=4))


def _repeated(piece: str, times: int) -> Callable[[float], str]:
    return lambda scale: piece * int(times * scale)


def _each(line: str, names: Callable[[], Iterator[str]], times: int) -> Callable[[float], str]:
    return lambda scale: "".join(line.format(name) for name in islice(names(), int(times * scale)))


def _two_in_turn(scale: float) -> str:
    asked = ("“Is the quay open?” asked Ann Okafor.\n", "“No,” Paul Brandt said.\n")
    return "".join(asked[n % 2] for n in range(int(200_000 * scale)))


def _numbered(scale: float) -> str:
    return "".join(f"{n} " for n in islice(count(1), int(145_000 * scale)))


CASES: dict[str, Callable[[float], str]] = {
    "10 MB of quotation marks": _repeated('"', 10_000_000),
    "10 MB of quotation marks with blanks": _repeated('" ', 5_000_000),
    "a 5 MB paragraph without a full stop": _repeated("and Lee said the pier is shut ", 167_000),
    "100,000 nested marks": _repeated("“a ‘b ", 50_000),
    "100,000 opening brackets": _repeated("(", 100_000),
    "50,000 names, a paragraph each": _each("{} said that it rained.\n", _names, 50_000),
    "50,000 names in a list": _each("{}, ", _names, 50_000),
    "50,000 names in one paragraph": _each("{} said that it rained. ", _names, 50_000),
    "200,000 speakers taking turns": _each("{}: Is it shut?\n", _capitals, 200_000),
    "200,000 turns of two": _two_in_turn,
    "a word of one million characters": _repeated("a", 1_000_000),
    "a line of one million characters": _repeated("The pier is shut, Lee said. ", 35_715),
    "a line of a million characters, numbers": _numbered,
    "a paragraph of quotations": _repeated("“It is shut,” she said, and left. ", 29_500),
    "a paragraph of pronouns": _repeated("He said she said they knew it. ", 33_000),
    "1 MB of line breaks": _repeated("\n", 1_000_000),
    "1 MB of tags": _repeated('<a href="', 111_000),
}


if __name__ == "__main__":
    main()
