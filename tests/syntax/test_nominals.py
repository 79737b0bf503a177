"""Noun phrases on parses built by hand: extent, name, apposition, possessor, members."""

from __future__ import annotations

from handbuilt import Read

PERSON = {"Ann Lee": "PERSON"}


def test_extent_leaves_a_relative_clause_out() -> None:
    read = Read(
        "Ann NNP compound Lee | Lee NNP nsubj left | , , punct Lee | who WP nsubj ran"
        "| ran/run VBD relcl Lee | the DT det quay | quay NN dobj ran | , , punct Lee"
        "| left/leave VBD ROOT",
        PERSON,
    )
    lee = read.nominal("Lee")
    assert read.phrase(lee.head) == "Ann Lee"
    assert (lee.kind, lee.label, lee.function) == ("name", "PERSON", "subject")
    assert read.nominal("who").antecedent == lee.head


def test_extent_keeps_title_and_apposition() -> None:
    read = Read(
        "Mayor NNP compound Lee | Ann NNP compound Lee | Lee NNP nsubj left | , , punct Lee"
        "| the DT det head | head NN appos Lee | of IN prep head | the DT det council"
        "| council NN pobj of | , , punct Lee | left/leave VBD ROOT",
        PERSON,
    )
    lee = read.nominal("Lee")
    assert read.phrase(lee.head) == "Mayor Ann Lee, the head of the council"
    assert lee.name is not None
    assert read.text[slice(*lee.name)] == "Ann Lee"
    assert [read.phrase(row) for row in lee.appositions] == ["the head of the council"]


def test_possessor_ends_before_its_s() -> None:
    read = Read(
        "Lee NNP poss party | 's POS case Lee | party NN nsubj won | won/win VBD ROOT",
        {"Lee": "PERSON"},
    )
    party = read.nominal("party")
    assert read.phrase(party.possessor) == "Lee"
    assert party.definite
    assert party.kind == "description"


def test_coordination_is_members_and_plural() -> None:
    read = Read("Lee NNP nsubj left | and CC cc Lee | Kim NNP conj Lee | left/leave VBD ROOT")
    lee = read.nominal("Lee")
    assert read.phrase(lee.head) == "Lee and Kim"
    assert lee.plural
    assert [read.phrase(row) for row in lee.members] == ["Kim"]


def test_listed_names_are_members() -> None:
    read = Read(
        "Countries/country NNS nsubj left | including/include VBG prep Countries"
        "| Veldania NNP pobj including | and CC cc Veldania | Ostria NNP conj Veldania"
        "| left/leave VBD ROOT"
    )
    members = read.nominal("Countries").members
    assert [read.parse.text[row] for row in members] == ["Veldania", "Ostria"]


def test_a_measure_hands_its_noun_on() -> None:
    read = Read(
        "A DT det number | number NN nsubj left | of IN prep number"
        "| senators/senator NNS pobj of | left/leave VBD ROOT"
    )
    members = read.nominal("number").members
    assert [read.parse.text[row] for row in members] == ["senators"]
    assert not read.nominal("number").definite


def test_of_after_another_noun_is_no_member() -> None:
    read = Read(
        "Friends/friend NNS nsubj left | of IN prep Friends | senators/senator NNS pobj of"
        "| left/leave VBD ROOT"
    )
    assert read.nominal("Friends").members == ()


def test_a_name_inside_a_compound_is_a_nominal() -> None:
    read = Read(
        "The DT det campaign | Lee NNP compound campaign | campaign NN nsubj won| won/win VBD ROOT",
        {"Lee": "PERSON"},
    )
    assert read.phrase(read.nominal("Lee").head) == "Lee"
    assert read.nominal("campaign").name is None


def test_pronouns_have_a_person() -> None:
    read = Read("We/we PRP nsubj left | and CC cc left | you PRP nsubj left | left/leave VBD ROOT")
    assert [read.nominal(word).person for word in ("We", "you")] == [1, 2]
    assert read.nominal("We").kind == "pronoun"


def test_functions() -> None:
    read = Read(
        "Lee NNP nsubj gave | gave/give VBD ROOT | Kim NNP dative gave"
        "| the DT det key | key NN dobj gave | in IN prep gave | town NN pobj in"
    )
    functions = [read.nominal(word).function for word in ("Lee", "Kim", "key", "town")]
    assert functions == ["subject", "object", "object", "oblique"]
