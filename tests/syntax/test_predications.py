"""Predications on parses built by hand: who does it, what of, and how it is denied."""

from __future__ import annotations

import pytest
from handbuilt import Read

CLAIM = "Kim NNP nsubj lied | lied/lie VBD {dep}"


def test_active() -> None:
    read = Read("Lee NNP nsubj praised | praised/praise VBD ROOT | Kim NNP dobj praised")
    assert (read.agent("praise"), read.patient("praise")) == ("Lee", "Kim")
    assert not read.predication("praise").passive


def test_passive_with_by() -> None:
    read = Read(
        "Kim NNP nsubjpass praised | was/be VBD auxpass praised | praised/praise VBN ROOT"
        "| by IN agent praised | Lee NNP pobj by"
    )
    assert (read.agent("praise"), read.patient("praise")) == ("Lee", "Kim")
    assert read.cue("praise") == "was praised"
    assert read.predication("praise").passive


def test_passive_without_by_has_no_agent() -> None:
    read = Read("Kim NNP nsubjpass praised | was/be VBD auxpass praised | praised/praise VBN ROOT")
    assert (read.agent("praise"), read.patient("praise")) == (None, "Kim")


def test_inverted_subject_that_the_parser_took_for_an_object() -> None:
    read = Read(
        '" `` punct said | It PRP nsubj works | works/work VBZ ccomp said | , , punct said'
        "| \" '' punct said | said/say VBD ROOT | Lee NNP dobj said"
    )
    assert read.agent("say") == "Lee"
    assert read.predication("say").argument("object") is None
    assert read.argument("say", "clause") == "It works"


@pytest.mark.parametrize(("verb", "leaves"), [("promise", "Lee"), ("urge", "Kim")])
def test_control(verb: str, leaves: str) -> None:
    read = Read(
        f"Lee NNP nsubj v | v/{verb} VBD ROOT | Kim NNP dobj v | to TO aux back"
        "| back VB xcomp v | Brandt NNP dobj back"
    )
    assert read.agent("back") == leaves
    assert read.agent(verb) == "Lee"
    assert read.argument(verb, "infinitive") == "to back Brandt"


def test_a_raising_verb_has_no_agent_of_its_own() -> None:
    read = Read(
        "Lee NNP nsubj seems | seems/seem VBZ ROOT | to TO aux support | support VB xcomp seems"
        "| Kim NNP dobj support"
    )
    assert read.agent("seem") is None
    assert read.argument("seem", "small") == "Lee … to support Kim"
    assert read.agent("support") == "Lee"


def test_expected_to() -> None:
    read = Read(
        "Kim NNP nsubjpass expected | is/be VBZ auxpass expected | expected/expect VBN ROOT"
        "| to TO aux support | support VB xcomp expected | Lee NNP dobj support"
    )
    assert read.agent("expect") is None
    assert read.argument("expect", "small") == "Kim … to support Lee"
    assert read.agent("support") == "Kim"


def test_coordinated_verbs_share_their_subject() -> None:
    read = Read(
        "Lee NNP nsubj criticised | criticised/criticise VBD ROOT | Kim NNP dobj criticised"
        "| but CC cc criticised | praised/praise VBD conj criticised | Brandt NNP dobj praised"
    )
    assert (read.agent("praise"), read.patient("praise")) == ("Lee", "Brandt")


def test_coordinated_verbs_with_subjects_of_their_own() -> None:
    read = Read(
        "Lee NNP nsubj criticised | criticised/criticise VBD ROOT | Kim NNP dobj criticised"
        "| but CC cc criticised | Brandt NNP nsubj praised | praised/praise VBD conj criticised"
        "| her PRP dobj praised"
    )
    assert read.agent("praise") == "Brandt"


def test_relative_clause() -> None:
    read = Read(
        "Lee NNP nsubj left | who WP nsubj backs | backs/back VBZ relcl Lee | Kim NNP dobj backs"
        "| left/leave VBD ROOT"
    )
    agent = read.predication("back").agent
    assert agent is not None
    assert read.phrase(agent) == "who"
    assert read.phrase(read.paragraph.nominals[agent].antecedent) == "Lee"


@pytest.mark.parametrize("behind", [True, False])
def test_participle_clause_shares_the_subject(behind: bool) -> None:
    main = "Lee NNP nsubj left | left/leave VBD ROOT"
    aside = "praising/praise VBG advcl left | Kim NNP dobj praising"
    comma = "| , , punct left |"
    read = Read(main + comma + aside if behind else aside + comma + main)
    assert (read.agent("praise"), read.patient("praise")) == ("Lee", "Kim")


def test_participle_with_by() -> None:
    read = Read(
        "The DT det plan | plan NN nsubj failed | , , punct plan | praised/praise VBN acl plan"
        "| by IN agent praised | Lee NNP pobj by | , , punct plan | failed/fail VBD ROOT"
    )
    assert (read.agent("praise"), read.patient("praise")) == ("Lee", "The plan")


def test_light_verb_lends_its_subject_and_its_words() -> None:
    read = Read(
        "Lee NNP nsubj made | made/make VBD ROOT | the DT det claim | claim NN dobj made"
        "| that IN mark lied |" + CLAIM.format(dep="acl claim")
    )
    assert read.agent("claim") == "Lee"
    assert read.cue("claim") == "made the claim"
    assert read.argument("claim", "clause") == "that Kim lied"


def test_inverse_light_verb_turns_the_roles_round() -> None:
    read = Read(
        "Kim NNP nsubj drew | drew/draw VBD ROOT | criticism NN dobj drew | from IN prep drew"
        "| Lee NNP pobj from"
    )
    assert read.agent("criticism") == "Lee"
    assert read.argument("criticism", "subject") == "Kim"


def test_what_a_statement_says_its_maker_says() -> None:
    read = Read(
        "The DT det council | council NN nsubj issued | issued/issue VBD ROOT | a DT det statement"
        "| statement NN dobj issued | that WDT nsubj said | said/say VBD relcl statement |"
        + CLAIM.format(dep="ccomp said")
    )
    assert read.agent("say") == "The council"


def test_possessor_and_by_are_agents_of_a_noun() -> None:
    possessed = Read(
        "Lee NNP poss opposition | 's POS case Lee | opposition NN nsubj grew"
        "| to IN prep opposition | Kim NNP pobj to | grew/grow VBD ROOT"
    )
    assert possessed.argument("opposition", "to") == "Kim"
    assert possessed.predication("opposition").agent == 0
    by = Read(
        "Criticism/criticism NN nsubj grew | of IN prep Criticism | Kim NNP pobj of"
        "| by IN prep Criticism | Lee NNP pobj by | grew/grow VBD ROOT"
    )
    assert (by.agent("criticism"), by.argument("criticism", "of")) == ("Lee", "Kim")


def test_adjective() -> None:
    read = Read(
        "Lee NNP nsubj is | is/be VBZ ROOT | critical JJ acomp is | of IN prep critical"
        "| Kim NNP pobj of"
    )
    assert (read.agent("critical"), read.cue("critical")) == ("Lee", "is critical")
    assert read.argument("critical", "of") == "Kim"


@pytest.mark.parametrize(
    ("aside", "cue"),
    [
        ("did/do VBD aux praise | not RB neg praise |", "did not praise"),
        ("did/do VBD aux praise | n't/not RB neg praise |", "didn't praise"),
        ("never RB neg praise |", "never praise"),
    ],
)
def test_negation(aside: str, cue: str) -> None:
    read = Read(f"Lee NNP nsubj praise | {aside} praise VB ROOT | Kim NNP dobj praise")
    assert read.predication("praise").negated
    assert read.cue("praise") == cue


def test_a_denied_complement_does_not_deny_the_verb_above() -> None:
    read = Read(
        "Lee NNP nsubj said | said/say VBD ROOT | Kim NNP nsubj lie | did/do VBD aux lie"
        "| not RB neg lie | lie VB ccomp said"
    )
    assert not read.predication("say").negated


@pytest.mark.parametrize(
    ("tokens", "modality"),
    [
        ("Lee NNP nsubj praise | should MD aux praise | praise VB ROOT", "should"),
        (
            "If/if IN mark praise | we PRP nsubj praise | praise VBP advcl leave"
            "| Kim NNP nsubj leave | leave VBP ROOT",
            "if",
        ),
        ("Does/do VBZ aux praise | Lee NNP nsubj praise | praise VB ROOT | ? . punct praise",
         "question"),
        ("Lee NNP nsubj praise | praise VBP ROOT | . . punct praise", None),
    ],
)  # fmt: skip
def test_modality(tokens: str, modality: str | None) -> None:
    assert Read(tokens).predication("praise").modality == modality


def test_declined_to_say_is_one_denied_cue() -> None:
    read = Read(
        "Lee NNP nsubj declined | declined/decline VBD ROOT | to TO aux say | say VB xcomp declined"
        "| whether IN mark lied |" + CLAIM.format(dep="ccomp say")
    )
    assert read.cue("say") == "declined to say"
    assert read.agent("say") == "Lee"
    assert read.predication("say").negated
    assert read.argument("say", "question") == "whether Kim lied"


def test_wanting_to_say_is_no_saying() -> None:
    read = Read(
        "Lee NNP nsubj hoped | hoped/hope VBD ROOT | to TO aux say | say VB xcomp hoped"
        "| that IN mark lied |" + CLAIM.format(dep="ccomp say")
    )
    assert read.cue("say") == "say"
    assert [read.parse.text[row] for row in read.predication("say").under] == ["hoped"]


def test_according_to() -> None:
    read = Read(
        "According/accord VBG prep lied | to IN prep According | Lee NNP pobj to | , , punct lied |"
        + CLAIM.format(dep="ROOT")
    )
    assert read.agent("according to") == "Lee"
    assert read.cue("according to") == "According to"
    assert read.argument("according to", "clause") == "Kim lied"


def test_particle_belongs_to_the_lemma_and_the_cue() -> None:
    read = Read(
        "Lee NNP nsubj pointed | pointed/point VBD ROOT | out RP prt pointed | that IN mark lied |"
        + CLAIM.format(dep="ccomp pointed")
    )
    assert read.cue("point out") == "pointed out"


def test_parenthetical_leaves_a_gap_in_the_content() -> None:
    read = Read(
        "The DT det plan | plan NN nsubj work | , , punct said | Lee NNP nsubj said"
        "| said/say VBD parataxis work | , , punct said | would MD aux work | work VB ROOT"
        "| . . punct work"
    )
    assert read.argument("say", "clause") == "The plan … would work"


def test_a_verb_past_a_question_clause_is_the_speakers_own() -> None:
    read = Read(
        "Lee NNP nsubj say | would MD aux say | not RB neg say | say VB ROOT"
        "| whether IN mark help | it PRP nsubj help | would MD aux help | help VB ccomp say"
        "| but CC cc help | praised/praise VBD conj help | Kim NNP dobj praised"
    )
    assert read.agent("praise") == "Lee"
    assert read.argument("say", "question") == "whether it would help"
    assert not read.predication("praise").negated


def test_what_stands_in_a_complement_knows_it() -> None:
    read = Read(
        "Lee NNP nsubj said | said/say VBD ROOT | Kim NNP nsubj backs | backs/back VBZ ccomp said"
        "| Brandt NNP dobj backs"
    )
    within = read.predication("back").within
    assert within is not None
    assert read.parse.text[within] == "said"
    assert read.predication("say").within is None


def test_a_clause_does_not_hang_on_what_hangs_on_it() -> None:
    read = Read(
        "Kim NNP nsubj won | won/win VBD ROOT | test NN npadvmod works | which WDT dobj claimed"
        "| he PRP nsubj claimed | claimed/claim VBD relcl test | works/work VBZ advcl won"
    )
    assert read.agent("claim") == "he"


HELD = "Lee NNP nsubj held | held/hold VBD ROOT | the DT det noun | noun/{noun} NN dobj held"


@pytest.mark.parametrize(
    ("noun", "behind", "is_read"),
    [
        ("claim", "", False),
        ("claim", "| that IN mark works | it PRP nsubj works | works/work VBZ acl noun", True),
        ("claim", "| on IN prep noun | Monday NNP pobj on", False),
        ("support", "| for IN prep noun | Kim NNP pobj for", True),
        ("support", "| for IN prep held | Kim NNP pobj for", True),  # hung on the verb
        ("support", "| at IN prep held | noon NN pobj at", False),
    ],
)
def test_a_noun_is_a_predicate_by_what_stands_behind_it(
    noun: str, behind: str, is_read: bool
) -> None:
    read = Read(HELD.format(noun=noun) + behind)
    assert (noun in {p.lemma for p in read.paragraph.predications}) is is_read


@pytest.mark.parametrize(("noun", "is_read"), [("homage", True), ("rent", False)])
def test_a_verb_that_makes_sense_with_some_words_alone_is_read_beside_them(
    noun: str, is_read: bool
) -> None:
    read = Read(
        f"Lee NNP nsubj paid | paid/pay VBD ROOT | {noun} NN dobj paid | "
        "to IN prep paid | Kim NNP pobj to"
    )
    assert ("pay" in {p.lemma for p in read.paragraph.predications}) is is_read
