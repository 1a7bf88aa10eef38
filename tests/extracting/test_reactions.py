"""Positions told by verbs and nouns of stance, and how they are joined into records."""

import pytest
from tests.extracting.reacting import reactions_of, told, words

from briefing_tui.model import Reaction


def only(text: str, **known: str) -> Reaction:
    found = reactions_of(text, **known)
    assert len(found) == 1, [words(reaction) for reaction in found]
    return found[0]


# Verbs of stance


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("France condemned the attack on the port.", ["FRA"], "oppose"),
        ("Jordan has repeatedly denounced the bombing of the camp.", ["JOR"], "oppose"),
        ("Canada slammed the missile strikes as cowardly.", ["CAN"], "oppose"),
        ("Estonia welcomed the decision to send air defences.", ["EST"], "support"),
        ("Tokyo praised the truce.", ["JPN"], "support"),
        ("Iran warned that any strike on its soil would be answered.", ["IRN"], "warn"),
        ("The Kremlin threatened to hit the warehouses.", ["RUS"], "warn"),
        ("Brazil urged both sides to hold fire.", ["BRA"], "urge"),
        ("Turkey called for an immediate truce.", ["TUR"], "urge"),
        ("Belgium fears a wider war.", ["BEL"], "concern"),
        ("Chile is deeply concerned about the shelling.", ["CHL"], "concern"),
        ("Israel denied that its jets had hit the school.", ["ISR"], "defend"),
    ],
)
def test_the_verb_gives_the_side(text: str, actors: list[str], stance: str) -> None:
    assert told(only(text)) == (actors, stance, None)


def test_a_passive_belongs_to_its_agent() -> None:
    assert told(only("The bombing of the camp was condemned by Norway.")) == (["NOR"], "oppose", None)


def test_a_joint_subject_gives_all_its_actors() -> None:
    assert told(only("Latvia, Lithuania and Estonia condemned the incursion.")) == (["LVA", "LTU", "EST"], "oppose", None)


def test_members_named_after_including_are_actors_beside_their_group() -> None:
    actors, stance, _ = told(only("Nordic countries, including Denmark and Finland, condemned the invasion."))
    assert {"DNK", "FIN"} <= set(actors)
    assert any(code.startswith("group:") for code in actors)
    assert stance == "oppose"


def test_verbs_joined_by_and_share_the_subject_and_are_two_positions() -> None:
    found = reactions_of("Ireland condemned the bombing and called for an inquiry into the killings.")
    assert [told(reaction) for reaction in found] == [(["IRL"], "oppose", None), (["IRL"], "urge", None)]


def test_an_apposition_does_not_hide_the_subject() -> None:
    reaction = only("Sweden's foreign minister, Maria Malmer Stenergard, voiced dismay at the raid.")
    assert told(reaction) == (["SWE"], "concern", None)
    assert reaction.person is not None
    assert reaction.person.endswith("Stenergard")


def test_a_relative_clause_belongs_to_the_word_before_it() -> None:
    assert told(only("The envoy flew to Riyadh to see the Saudis, while Oman, which condemned the raid, stayed away.")) == (
        ["OMN"],
        "oppose",
        None,
    )


def test_a_participle_after_the_verb_is_the_same_position() -> None:
    reaction = only("Poland criticised the truce, calling it “a gift to the invader”.")
    assert told(reaction) == (["POL"], "oppose", None)
    assert reaction.quote == "a gift to the invader"


def test_a_promise_is_read_by_what_is_promised() -> None:
    assert told(only("Tehran vowed to avenge the killing of its general."))[1] == "warn"
    assert told(only("Lisbon pledged to stand by Ukraine."))[1] == "support"


def test_rejecting_an_accusation_defends_and_rejecting_a_plan_opposes() -> None:
    assert told(only("Rwanda rejected the accusation."))[1] == "defend"
    assert told(only("Rwanda rejected the peace plan."))[1] == "oppose"


def test_a_negated_condemnation_is_none() -> None:
    assert reactions_of("Serbia did not condemn the invasion.") == []


def test_what_someone_may_do_is_no_position_yet() -> None:
    assert reactions_of("Serbia may condemn the invasion one day.") == []


def test_who_declines_to_comment_takes_no_position() -> None:
    assert reactions_of("Hungary declined to comment on the missile strike.") == []


def test_militarily_defending_a_town_is_no_defence_of_ones_conduct() -> None:
    assert reactions_of("Ukraine defended the town against two battalions of invaders.") == []


# Nouns of stance


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("Austria voiced alarm over the nuclear plant.", ["AUT"], "concern"),
        ("Greece expressed its full solidarity with the victims of the bombing.", ["GRC"], "support"),
        ("Moscow issued a stern warning to the alliance.", ["RUS"], "warn"),
        ("The raid drew sharp condemnation from Malaysia and Indonesia.", ["MYS", "IDN"], "oppose"),
        ("The ceasefire was met with praise from Egypt.", ["EGY"], "support"),
    ],
)
def test_a_noun_of_stance_with_its_verb_gives_the_side(text: str, actors: list[str], stance: str) -> None:
    assert told(only(text)) == (actors, stance, None)


# Labels


def test_calling_it_by_a_bad_name_opposes() -> None:
    reaction = only("Amnesty International branded the shelling “unlawful”.")
    assert told(reaction) == (["org:Amnesty International"], "oppose", None)
    assert (reaction.directness, reaction.quote) == ("mixed", "unlawful")


def test_calling_it_by_a_good_name_supports() -> None:
    assert told(only("Qatar described the prisoner exchange as a historic breakthrough."))[1] == "support"


# Records


def test_a_spokesman_voices_the_position_of_his_state() -> None:
    reaction = only(
        "Foreign Ministry spokesman Baqaei said that Iran condemns the air strike.",
        setting="Iran buried its soldiers. War is near.\n\n",
    )
    assert told(reaction) == (["IRN"], "oppose", None)


def test_a_headline_and_the_sentence_that_spells_it_out_are_one_record_led_by_the_sentence() -> None:
    found = reactions_of(
        "Norway condemns missile strike\n\nNorway condemned the missile strike on Tuesday as an act of terror.\n", setting=""
    )
    assert [told(reaction) for reaction in found] == [(["NOR"], "oppose", None)]
    assert words(found[0]).startswith("Norway condemned")
    assert [span.exact for span in found[0].evidence if span.role == "trigger"][1:] == ["Norway condemns missile strike"]


def test_every_field_has_evidence_and_names_its_rule() -> None:
    reaction = only("Norwegian Foreign Minister Espen Barth Eide criticised the missile strike on Tuesday.")
    roles = {span.role for span in reaction.evidence}
    assert {"trigger", "actor", "person", "stance_cue", "date", "content"} <= roles
    assert all(span.rule for span in reaction.evidence)
    assert reaction.date == "2024-11-19"
    assert reaction.toward is not None
    assert reaction.toward.startswith("the missile strike")


# Statements of the publisher


def test_a_ministry_speaks_for_its_state_in_the_first_person() -> None:
    found = reactions_of(
        "We condemn the missile attack on Kharkiv in the strongest terms. We call on Moscow to end its war. We stand with Ukraine.",
        publisher="Ministry of Foreign Affairs of Lithuania",
        title="Statement on the missile attack",
    )
    assert [told(reaction) for reaction in found] == [
        (["LTU"], "oppose", None),
        (["LTU"], "urge", None),
        (["LTU"], "support", None),
    ]


def test_a_judgement_in_a_statement_is_the_publishers_own() -> None:
    found = reactions_of(
        "These missile attacks on civilians are illegal and unacceptable. Congress must act to stop the bombing.",
        publisher="The White House",
        title="Statement on the strikes",
    )
    assert [told(reaction)[1] for reaction in found] == ["oppose", "urge"]


def test_the_same_words_in_a_newsroom_are_no_ones_position() -> None:
    assert reactions_of("These missile attacks on civilians are illegal and unacceptable.", publisher="Reuters") == []


# Relevance


@pytest.mark.parametrize(
    "text",
    [
        "Senator Smith condemned the tariff on imported timber and urged the Senate to pass the farm bill.",
        "We welcome the new vaccine and call on hospitals to order it at once.",
        "The governor of Ohio slammed the budget as reckless, and mayors warned of cuts to schools.",
    ],
)
def test_home_politics_is_not_read(text: str) -> None:
    assert reactions_of(text, setting="") == []


# Subjects


def test_a_series_of_verbs_keeps_its_subject() -> None:
    found = reactions_of("Ghana condemned the coup, urged restraint on the soldiers and praised the militia’s surrender.")
    assert [told(reaction) for reaction in found] == [
        (["GHA"], "oppose", None),
        (["GHA"], "urge", None),
        (["GHA"], "support", None),
    ]


def test_a_capital_after_a_passive_is_the_government_that_reacts() -> None:
    found = reactions_of("The truce was welcomed in Amman but criticised in Tehran.")
    assert [told(reaction) for reaction in found] == [(["JOR"], "support", None), (["IRN"], "oppose", None)]


def test_a_feeling_counts_after_a_form_of_be_only() -> None:
    assert told(only("Finland remains deeply worried about the missiles.")) == (["FIN"], "concern", None)
    assert reactions_of("Concerned residents fled the shelling.") == []


def test_what_a_call_was_made_for_is_part_of_the_call() -> None:
    reaction = only(
        "French President Emmanuel Macron spoke with Ukrainian President Volodymyr Zelenskyy to express support after the missile strike."
    )
    assert told(reaction) == (["FRA"], "support", "call")


def test_a_pledge_of_goods_is_aid_and_no_reaction() -> None:
    assert reactions_of("Germany pledged two Patriot batteries to Ukraine.") == []


def test_the_state_at_the_head_of_an_item_speaks() -> None:
    found = reactions_of(
        "Reactions:\n- Kenya: The foreign ministry condemned the raid.\n- Ghana: Expressed concern about the shelling.\n"
    )
    assert [told(reaction) for reaction in found] == [(["KEN"], "oppose", None), (["GHA"], "concern", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The United States continues to counter the terrorist threat posed by the militants.",
        "President Joe Biden instructed his team to study the raid.",
        "The list bars firms whose business in Sudan supports the militia.",
    ],
)
def test_affairs_of_state_and_of_firms_are_no_positions(text: str) -> None:
    assert reactions_of(text) == []


def test_concerns_are_countered_with_words() -> None:
    (reaction,) = reactions_of("Defense Secretary Lloyd Austin countered these concerns.")
    assert told(reaction) == (["USA"], "defend", None)


def test_a_decree_urges_nobody() -> None:
    decree = "By the authority vested in me as President by the Constitution, I urge the army to guard the front line. "
    assert reactions_of(decree, publisher="The White House") == []


def test_words_that_feel_after_be_act_without_it() -> None:
    assert told(only("China firmly opposed the raid.")) == (["CHN"], "oppose", None)


def test_the_quoted_words_of_one_verb_are_not_anothers() -> None:
    found = reactions_of('Marco Rubio, the US secretary of state, insisted the U.S. "remains committed to diplomacy."')
    assert [reaction.person for reaction in found] == ["Marco Rubio"]


@pytest.mark.parametrize(
    "text",
    [
        "The list of guests names Karine Roe, Assistant to the President and Press Secretary.",
        "Washington turned away from Turkey's request to buy new jets.",
        "Those who arm, train or support the militants in Mali face prison.",
        "President Joe Biden said he has asked Secretary of State Antony Blinken to visit the region.",
    ],
)
def test_nouns_lists_and_errands_are_no_positions(text: str) -> None:
    assert reactions_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "New Zealand's foreign minister declined to say whether Wellington backed the strikes.",
        "The envoy asked if Norway supported the plan.",
    ],
)
def test_what_is_only_asked_is_no_position(text: str) -> None:
    assert reactions_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden will welcome German Chancellor Olaf Scholz to the White House on Friday.",
        "The lawyer gave oversight and support to the attorneys of Chile.",
        "Does anyone believe that Netanyahu has been obstructing the deal?",
    ],
)
def test_guests_help_and_questions_are_no_positions(text: str) -> None:
    assert [reaction for reaction in reactions_of(text) if reaction.action is None] == []


def test_a_new_ally_is_welcomed() -> None:
    assert told(only("Norway welcomed Finland as an ally.")) == (["NOR"], "support", None)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels in Mali threaten American interests.",
        "Israel has defended its people from rockets.",
        "The envoy of Chile spoke about the challenges posed by Peru.",
        "The general in Norway may move troops as he deems necessary.",
    ],
)
def test_what_endangers_and_what_guards_is_no_position(text: str) -> None:
    assert [reaction for reaction in reactions_of(text) if reaction.action is None] == []


def test_a_threat_and_a_defence_in_words_are_positions() -> None:
    assert told(only("Iran threatened to close the strait.")) == (["IRN"], "warn", None)
    assert told(only("Norway defended its decision to send troops.")) == (["NOR"], "defend", None)


def test_a_hyphenated_word_that_ends_a_sentence_is_no_trouble() -> None:
    assert reactions_of("The minister said the ministry would be audit-ready") is not None
    assert reactions_of("Officials said the brigade is combat-ready\n\nEnsure that it is war-ready") is not None
