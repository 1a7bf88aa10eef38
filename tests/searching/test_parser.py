import pytest
from tests.searching.asking import canonical, refused, tree

from briefing_tui.searching import parse_query
from briefing_tui.searching.tree import And, Choice, Filter, Name, Not, Or, Phrase, Word


def test_words_side_by_side_must_all_be_there() -> None:
    assert tree("norway mines") == And((Word("norway"), Word("mines")))
    assert tree("norway AND mines and norway") == And((Word("norway"), Word("mines")))


def test_not_binds_closest_then_and_then_or() -> None:
    assert tree("a or b -c") == Or((Word("a"), And((Word("b"), Not(Word("c"))))))
    assert tree("(a OR b) -(c | d)") == And((Or((Word("a"), Word("b"))), Not(Or((Word("c"), Word("d"))))))


def test_brackets_that_change_nothing_leave_no_trace() -> None:
    assert tree("((a b)) (c (d))") == And((Word("a"), Word("b"), Word("c"), Word("d")))
    assert tree("a or (b or a)") == Or((Word("a"), Word("b")))
    assert tree("NOT NOT a") == Word("a")


def test_a_node_knows_where_it_stands() -> None:
    node = tree('  a  -"b c" source:"x y"')
    assert isinstance(node, And)
    assert [child.span for child in node.children] == [(2, 3), (5, 11), (12, 24)]
    assert node.span == (2, 24)


def test_quotation_marks_of_all_kinds_make_phrases() -> None:
    phrase = Phrase(("nuclear", "doctrine"))
    for text in ('"nuclear doctrine"', "“nuclear  doctrine”", "„nuclear doctrine“", "«nuclear doctrine»", '"nuclear doctrine”'):
        assert tree(text) == phrase
    assert tree('"or"') == Phrase(("or",))
    assert tree('5" gun') == And((Word('5"'), Word("gun")))


def test_a_star_asks_for_the_beginning_of_a_word() -> None:
    assert tree("min*") == Word("min", is_prefix=True)
    assert tree('"nuclear doc*"') == tree('"nuclear doc"*') == Phrase(("nuclear", "doc"), is_prefix=True)
    assert tree("actor:nor*") == Filter("actor", (Name("nor", is_prefix=True),))
    assert tree("class:mi*") == Filter("class", (Choice("missile"), Choice("mine")))


@pytest.mark.parametrize(
    "text",
    [
        "anti-armor",
        "155-mm",
        "-",
        "--all",
        "a-",
        "10:30",
        "http://example.org/a?b",
        "Zelensky:",
        "C++",
        "R&D",
        "10:30:15",
        "note:",
        "mailto:x",
    ],
)
def test_text_with_signs_in_it_is_text(text: str) -> None:
    assert tree(text) == Word(text)


def test_a_hyphen_before_something_leaves_it_out() -> None:
    assert tree("-source:tass") == Not(Filter("publisher", (Name("tass"),)))
    assert tree("-anti-armor") == Not(Word("anti-armor"))
    assert tree("-or") == Not(Word("or"))
    assert tree("a - b -") == And((Word("a"), Word("-"), Word("b")))


def test_not_in_small_letters_is_a_word_but_before_a_field_or_bracket() -> None:
    assert tree("not ready") == And((Word("not"), Word("ready")))
    assert tree("not source:tass") == Not(Filter("publisher", (Name("tass"),)))
    assert tree("not (a b)") == Not(And((Word("a"), Word("b"))))
    assert tree("NOT ready") == Not(Word("ready"))


def test_a_field_goes_by_its_own_name() -> None:
    assert tree("Source:tass") == tree("publisher:tass")
    assert tree("after:2024-11-18") == tree("published:2024-11-18..")
    assert tree("before:2024-11-18") == tree("published:..2024-11-17")
    assert tree("item-class:mine") == tree("class:mine")
    assert tree("amount>=100m") == tree("amount:>=100m")


def test_a_list_asks_for_any_of_its_values() -> None:
    assert tree("stance:oppose,warn,oppose") == Filter("stance", (Choice("oppose"), Choice("warn")))
    assert tree('source:"The Times",tass') == Filter("publisher", (Name("The Times"), Name("tass")))


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ('class:"air defence"', "air_defence"),
        ("class:air-defense", "air_defence"),
        ("class:air_defence", "air_defence"),
        ('class:"anti armor"', "anti_armor"),
        ("class:Anti-Armour", "anti_armor"),
        ("class:drones", "uav"),
        ("class:mines", "mine"),
        ("stance:opposed", "oppose"),
        ("stance:warning", "warn"),
        ("stance:concerned", "concern"),
        ("kind:reactions", "reaction"),
        ("kind:escalation_event", "event"),
        ("action:mobilization", "mobilisation"),
        ("action:weapons-authorization", "weapons_authorisation"),
        ("status:authorised", "authorized"),
        ("status:canceled", "cancelled"),
        ("direction:de-escalation", "de_escalation"),
        ("mechanism:PDA", "pda"),
        ("currency:€", "EUR"),
        ("currency:Kroner", "NOK"),
        ("is:rejected", "rejected"),
        ("has:quotes", "quote"),
    ],
)
def test_words_of_a_closed_vocabulary_are_known_as_people_write_them(written: str, word: str) -> None:
    node = tree(written)
    assert isinstance(node, Filter)
    assert node.values == (Choice(word),)


def test_one_word_may_stand_for_several() -> None:
    assert canonical("kind:aid") == "kind:package,item"


def test_the_order_is_the_query_s_own() -> None:
    query = parse_query("mines sort:relevance")
    assert (query.tree, query.sort) == (Word("mines"), "relevance")
    assert parse_query("").tree is None
    assert parse_query("sort:date").sort == "date"


@pytest.mark.parametrize(
    ("text", "part", "message", "hint"),
    [
        ("a stanse:oppose", "stanse", "there is no field", "did you mean stance:?"),
        ("sourse:tass", "sourse", "there is no field", "did you mean source:?"),
        ("a stance:opose", "opose", "stance: knows no", "did you mean oppose?"),
        ("stance:warn,opp", "opp", "stance: knows no", "did you mean oppose?"),
        ("is:contradicted", "contradicted", "is: knows no", "one of review, quoted"),
        ("actor: norway", "actor:", "actor: needs a value", "without a space"),
        ("stance:oppose, warn", "", "a value is missing", "without a space"),
        ("norway or", "or", "needs something on both sides", "in quotation marks"),
        ("| a", "|", "needs something on both sides", ""),
        ("a or and b", "and", "needs something on both sides", ""),
        ("(a", "(", "not closed", "close it"),
        ("a)", ")", "closes nothing", "leave it out"),
        ("a ()", "()", "nothing in these brackets", ""),
        ('a "b c', '"', "not closed", "close it"),
        ('a ""', '""', "nothing between", ""),
        ("m*n", "*", "a star stands at the end", "min*"),
        ("*", "*", "a star stands at the end", ""),
        ("place:?", "?", "no letter or digit", "place:belgorod"),
        ("currency:euu", "euu", "is no currency", ""),
        ("-sort:date", "sort:date", "an order cannot be left out", "sort:relevance"),
        ("after:2024,2025", "after:2024,2025", "takes one day", "published:"),
        ("date:2024*", "2024*", "a star means nothing", ""),
        ("NOT", "NOT", "nothing follows", ""),
    ],
)
def test_a_fault_is_named_with_its_place_and_a_way_out(text: str, part: str, message: str, hint: str) -> None:
    said, at, advice = refused(text)
    assert message in said
    assert at == part
    assert hint in advice


def test_a_query_has_bounds() -> None:
    assert "4,000 characters" in refused("x" * 1_000_000)[0]
    assert "deep" in refused("(" * 100 + "a" + ")" * 100)[0]
    assert "400 words" in refused("a " * 1_999)[0]
    assert "characters" in refused("(" * 100_000)[0]


def test_control_characters_and_broken_surrogates_separate_words() -> None:
    assert tree("a\x00b \ud800c\x1b") == And((Word("a"), Word("b"), Word("c")))
