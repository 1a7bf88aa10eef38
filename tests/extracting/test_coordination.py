"""Mentions that share one place in a sentence."""

from tests.extracting.naming import reading_of

from briefing_tui.extracting.actors.coordination import coordinated, is_listing


def groups(text: str) -> list[list[str]]:
    """For each mention of the first sentence, the words of its whole coordination."""
    passage = reading_of(text).passages[0]
    return [[text[member.start : member.end] for member in coordinated(passage, mention)] for mention in passage.mentions]


def test_commas_and_a_conjunction_join() -> None:
    assert groups("Latvia, Malta and Cyprus closed their embassies.")[0] == ["Latvia", "Malta", "Cyprus"]


def test_including_joins_a_whole_with_its_members() -> None:
    passage = reading_of("Nordic countries, including Norway and Iceland, protested.").passages[0]
    group = coordinated(passage, passage.mentions[2])
    assert [mention.actors[0].code for mention in group] == ["group:Nordic countries", "NOR", "ISL"]
    assert is_listing(passage, group)


def test_a_possessive_ends_a_coordination() -> None:
    assert groups("Latvia's and Malta protested.")[0] == ["Latvia"]


def test_a_verb_between_two_names_keeps_them_apart() -> None:
    assert groups("Latvia accused Malta of fraud.") == [["Latvia"], ["Malta"]]
