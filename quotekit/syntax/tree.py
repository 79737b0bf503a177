"""A parsed paragraph as a tree: children, edges, ranges of characters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, pairwise

from quotekit.document import Parse
from quotekit.syntax.records import Range
from quotekit.syntax.structure import Structure

OUTER_PUNCTUATION = frozenset(",.;:!?-–—―()[]\"“”'‘’«»`…") | {"``", "''", "--", "..."}
"""Tokens that belong to no phrase's edge."""
OPENING = frozenset('([“«"')
CLOSING = frozenset(')]”»"')
CLAUSES = frozenset({"conj", "advcl", "dep"})
"""What the parser takes a clause for that a relative one is about."""
JOINED = CLAUSES | {"appos"}
ASIDE = frozenset({",", "-", "–", "—", "--"})


class Tree:
    """One paragraph's parse with its children lists and subtree edges."""

    def __init__(self, parse: Parse, structure: Structure) -> None:
        self.parse = parse
        self._times = structure.time
        self.word = [*map(str.lower, parse.text)]
        self.lemma = [*map(structure.lemma.get, self.word, map(str.lower, parse.lemma))]
        self.pos, self.tag, self.dep, self.head = parse.pos, parse.tag, parse.dep, parse.head
        self._mend_verbs()
        self._index_children()
        self._mend_subjects(structure)
        self._mend_compounds()
        starts = dict(zip(reversed(parse.sentence), range(len(self) - 1, -1, -1), strict=True))
        self._sentences = [*sorted(starts.values()), len(self)]
        self.inside_name = {
            row: (first, last, label)
            for first, last, label in parse.names
            for row in range(first, last)
        }
        moved = self._reattach(structure)
        self.left, self.right = self._edges(moved)
        self.is_edge = [
            word in OUTER_PUNCTUATION or pos == "SPACE"
            for word, pos in zip(parse.text, self.pos, strict=True)
        ]
        """Whether a row is punctuation or a blank that belongs to no phrase."""

    def __len__(self) -> int:
        return len(self.head)

    def _mend_verbs(self) -> None:
        """*Lee **claims** that …*: a plural noun with a subject is a verb."""
        heads = zip(self.dep, self.head, strict=True)
        verbs = {head for dep, head in heads if dep == "nsubj" and self.tag[head] == "NNS"}
        if verbs:
            self.pos = ["VERB" if row in verbs else pos for row, pos in enumerate(self.pos)]
            self.tag = ["VBZ" if row in verbs else tag for row, tag in enumerate(self.tag)]

    def _mend_subjects(self, structure: Structure) -> None:
        """*wants **Lee** fired*, *ordered **Lee** arrested*: Lee suffers it, though the parser may
        take it for a past."""
        suffering = {
            row
            for row, dep in enumerate(self.dep)
            if dep == "nsubj"
            and self.tag[self.head[row]] in ("VBN", "VBD")
            and self.dep[self.head[row]] == "ccomp"
            and self.lemma[self.head[self.head[row]]] in structure.resulting
            and not self.has(self.head[row], "aux", "auxpass", "mark", "dobj")
        }
        if suffering:
            self.dep = [
                "nsubjpass" if row in suffering else dep for row, dep in enumerate(self.dep)
            ]
            self._index_children()

    def _mend_compounds(self) -> None:
        """***Bakers** trust her words*: a finite verb has a subject and no compound."""
        found = {
            self.head[row]: row
            for row, dep in enumerate(self.dep)
            if dep == "compound"
            and self.tag[self.head[row]] in ("VBZ", "VBP", "VBD")
            and row < self.head[row]
            and not self.has(self.head[row], "nsubj", "nsubjpass")
        }
        if found:
            subjects = frozenset(found.values())
            self.dep = ["nsubj" if row in subjects else dep for row, dep in enumerate(self.dep)]
            self._index_children()

    def _reattach(self, structure: Structure) -> Collection[int]:
        """Mend what the parser hangs too low; return the rows that moved out of a phrase."""
        moved: dict[int, int] = {}
        joined: dict[int, int] = {}
        for row, dep in enumerate(self.dep):
            if dep == "conj" and self._is_past_its_clause(row):
                clause = self.head[row]
                conjunctions = [cc for cc in self.children_as(clause, "cc") if cc < row]
                moved |= dict.fromkeys([row, *conjunctions[-1:]], self.head[clause])
            elif dep == "advcl" and self.lemma[row] in structure.adding:
                speaker = self._adds_to(structure, row)
                if speaker is not None:
                    moved[row] = speaker
            elif dep == "prep" and self.lemma[row] in structure.listing:
                listed = self._what_is_listed(row)
                if listed is not None:
                    moved[row] = listed
            elif dep == "appos" and self._names(row, structure):
                moved[row] = self.head[self.head[row]]
            elif dep in JOINED and (head := self._belongs_to(row, structure)) is not None:
                joined[row] = head
        self._hang(moved, joined)
        return moved

    def _hang(self, moved: Mapping[int, int], joined: Mapping[int, int]) -> None:
        heads = {**moved, **joined}
        if heads:
            labels = {row: "oprd" for row in moved if self.dep[row] == "appos"}
            labels |= {
                row: "nsubj" if self.pos[row] == "NOUN" else "ccomp"
                for row in joined
                if self.dep[row] in CLAUSES
            }
            self.dep = [labels.get(row, dep) for row, dep in enumerate(self.dep)]
            self.head = [*self.head]
            for row, above in heads.items():
                if row not in self._path(above):  # nothing hangs on what hangs on it
                    self.head[row] = above
            self._index_children()

    def _path(self, row: int) -> list[int]:
        """A row and all that it hangs on."""
        path = [row]
        while self.head[path[-1]] != path[-1]:
            path.append(self.head[path[-1]])
        return path

    def _belongs_to(self, row: int, structure: Structure) -> int | None:
        """The better head of what the parser hangs on a neighbour: *like Lee and **5 percent** back
        Kim*."""
        dep, above = self.dep[row], self.head[row]
        if dep == "appos":
            return self._is_called(row)
        if dep == "conj" and self.lemma[row] in structure.share:
            of_name = self.tag[above] == "NNP" and self.dep[above] == "nsubj"
            return self.head[above] if of_name else None
        return self._claimed(row)

    def _claimed(self, row: int) -> int | None:
        """*the test, which he **claimed** now **works***: nothing joins two finite verbs."""
        above = max(row - 1, 0)
        while above and self.tag[above] == "RB":
            above -= 1
        objects = self.children_as(above, "dobj")
        pushed = self.dep[above] == "relcl" and any(self.tag[o] in ("WDT", "WP") for o in objects)
        finite = self.tag[row] in ("VBZ", "VBD", "VBP")
        return above if pushed and finite and not self.has(row, "nsubj", "nsubjpass") else None

    def _names(self, row: int, structure: Structure) -> bool:
        """*called the plan **"a plaster"***, not *called his brother, **a lawyer***."""
        noun = self.head[row]
        if self.dep[noun] != "dobj" or self.lemma[self.head[noun]] not in structure.naming:
            return False
        return self.parse.text[self.subtree(row)[0] - 1] != ","

    def _is_called(self, row: int) -> int | None:
        """*A **lawyer** for Lee, **Ann Hart**, said*: one name is no apposition to another."""
        name, preposition = self.head[row], self.head[self.head[row]]
        noun = self.head[preposition]
        person = any(self.inside_name.get(at, ("",))[-1] == "PERSON" for at in (row, name))
        names = self.tag[name] == self.tag[row] == "NNP" and self.dep[name] == "pobj"
        subject = self.tag[noun] == "NN" and self.dep[noun] in ("nsubj", "nsubjpass")
        return noun if person and names and subject else None

    def _adds_to(self, structure: Structure, row: int) -> int | None:
        """***said** that he had paid, **adding** that …*: the verb whose subject goes on."""
        comma = self.parse.text[row - 1] if row else ""
        if self.tag[row] != "VBG" or comma != "," or self.child_as(row, "ccomp") is None:
            return None
        at = self.head[row]
        while self.dep[at] != "ccomp" and self.head[at] != at:
            at = self.head[at]
        above = self.head[at]
        speaks = self.lemma[above] in structure.adding and above < at < row
        return above if speaks else None

    def _what_is_listed(self, row: int) -> int | None:
        """***countries** support Lee including A and B*: one person is no list."""
        if self.tag[self.head[row]] != "NNP":
            return None
        start, _ = self.sentence_rows(row)
        plurals = (at for at in range(start, row) if self.tag[at] in ("NNS", "NNPS"))
        return next(plurals, None)

    def _is_past_its_clause(self, row: int) -> bool:
        """*would not say whether it **would** help but **described** the talks*: one verb higher.

        A finite verb without a subject does not continue a clause with a modal one, nor does a
        second report (*said he was late and **hoped** that …*).
        """
        clause = self.head[row]
        matrix = self.head[clause]
        if (
            self.tag[row] not in ("VBD", "VBZ")
            or self.dep[clause] != "ccomp"
            or matrix > clause
            or self.has(row, "aux", "auxpass")
        ):
            return False
        if self.has(row, "nsubj", "nsubjpass"):
            return self._reports_too(row, matrix)
        modal = any(self.tag[aux] == "MD" for aux in self.children_as(clause, "aux"))
        reports = self.child_as(row, "ccomp", "xcomp") is not None
        return modal or (reports and self.tag[row] == self.tag[matrix])

    def _reports_too(self, row: int, matrix: int) -> bool:
        """*Lee said that it was late, and Kim **warned** that …*: a report of somebody else's."""
        comma = any(self.parse.text[at] == "," for at in self.children[self.head[row]] if at < row)
        same = self.tag[row] == self.tag[matrix]
        return comma and same and self.has(row, "ccomp") and not self.has(row, "mark")

    def _index_children(self) -> None:
        """The children of every row in order, all of them and by label."""
        children: list[list[int]] = [[] for _ in self.head]
        labelled: list[dict[str, list[int]]] = [{} for _ in self.head]
        for row, (head, dep) in enumerate(zip(self.head, self.dep, strict=True)):
            if head != row:
                children[head].append(row)
                alike = labelled[head]
                if dep in alike:
                    alike[dep].append(row)
                else:
                    alike[dep] = [row]
        self.children, self._labelled = children, labelled

    def _edges(self, moved: Collection[int]) -> tuple[list[int], list[int]]:
        """First and last row of every subtree; what moved stands apart."""
        head, left, right = self.head, [*range(len(self))], [*range(len(self))]
        for row in range(len(self)):
            at = row
            while at not in moved and left[head[at]] > row:
                at = head[at]
                left[at] = row
        for row in reversed(range(len(self))):
            at = row
            while at not in moved and right[head[at]] < row:
                at = head[at]
                right[at] = row
        return left, right

    def children_as(self, row: int, *deps: str) -> Sequence[int]:
        """The children that hang on by one of these labels."""
        labelled = self._labelled[row]
        if len(deps) == 1:
            return labelled.get(deps[0], ())
        if labelled.keys().isdisjoint(deps):
            return ()
        found: list[int] = []
        for dep in deps:
            if dep in labelled:
                found += labelled[dep]
        found.sort()
        return found

    def child_as(self, row: int, *deps: str) -> int | None:
        """The first such child."""
        for child in self.children[row]:
            if self.dep[child] in deps:
                return child
        return None

    def has(self, row: int, *deps: str) -> bool:
        """Whether there is such a child."""
        return not self._labelled[row].keys().isdisjoint(deps)

    def subtree(self, row: int, without: Collection[int | None] = ()) -> list[int]:
        """The rows of a subtree in the order of the text, less the subtrees ``without``."""
        rows = [row]
        for at in rows:
            below = self.children[at]
            rows += [child for child in below if child not in without] if without else below
        rows.sort()
        return rows

    def range(self, first: int, last: int) -> Range:
        """Characters from one row to another, inclusive."""
        return self.parse.start[first], self.parse.end[last]

    def pieces(self, rows: Sequence[int]) -> tuple[Range, ...]:
        """The character ranges of rows in order, a gap in the rows being a gap in the ranges."""
        if not rows:
            return ()
        first, stop = rows[0], rows[-1] + 1
        if len(rows) == stop - first:
            whole = self.trimmed(first, stop)
            return () if whole is None else (whole,)
        gaps = [(before + 1, row) for before, row in pairwise(rows) if row > before + 1]
        edges = [first, *chain(*gaps), stop]
        found = map(self.trimmed, edges[::2], edges[1::2])
        return tuple(piece for piece in found if piece is not None)

    def phrase(self, rows: Iterable[int]) -> tuple[Range, ...]:
        """The pieces of what is no full clause, without the relative clause that ends it: *opposed
        the sale, **which failed***."""
        kept = sorted(rows)
        clauses = [row for row in kept if self.dep[row] == "relcl"]
        if not clauses:
            return self.pieces(kept)
        end = next((row for row in reversed(kept) if not self.is_edge[row]), -1)
        asides = (row for row in clauses if self.right[row] >= end)
        commas = (self.left[r] - 1 for r in asides if self.left[r] - 1 in kept)
        stop = next((comma for comma in commas if self.parse.text[comma] in ASIDE), end + 1)
        return self.pieces(kept if stop > end else [row for row in kept if row < stop])

    def trimmed(self, first: int, last: int) -> Range | None:
        """The characters from one row up to another, exclusive, without the punctuation and blanks
        around them; a bracket or mark opened inside is closed. None where nothing is left."""
        stop, is_edge = last, self.is_edge
        while first < last and is_edge[first]:
            first += 1
        while first < last and (is_edge[last - 1] or self.dep[last - 1] == "cc"):
            last -= 1
        if first == last:
            return None
        return self.range(first, self._closed(first, last, stop) - 1 if last < stop else last - 1)

    def _closed(self, first: int, last: int, stop: int) -> int:
        """Where rows end that take along what closes a bracket or mark opened in them."""
        text = self.parse.text
        closing = next((row for row in range(last, stop) if text[row] in CLOSING), None)
        if closing is None:
            return last
        opened = sum(word in OPENING for word in text[first:last])
        closed = sum(word in CLOSING - OPENING for word in text[first:last])
        return closing + 1 if opened > closed and (opened - closed) % 2 else last

    def is_time(self, row: int) -> bool:
        """Whether a noun names a time: *on **Monday***, *in **May***, *in **1921***."""
        word = self.parse.text[row]
        year = len(word) == len("1921") and word.isdigit()
        return year or self.lemma[row] in self._times

    def sentence_rows(self, row: int) -> tuple[int, int]:
        """First row and last row + 1 of the sentence around a row."""
        number = self.parse.sentence[row]
        return self._sentences[number], self._sentences[number + 1]
