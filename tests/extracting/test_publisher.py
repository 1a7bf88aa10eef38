"""Who "we" is in a document that speaks for its publisher."""

import pytest
from tests.extracting.naming import codes, named, reading_of


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("The White House", "USA"),
        ("U.S. Department of Defense", "USA"),
        ("Ministry of Foreign Affairs of Armenia", "ARM"),
        ("UK Ministry of Defence", "GBR"),
        ("Norwegian Government", "NOR"),
        ("Permanent Mission of Malta to the UN", "MLT"),
        ("NATO", "org:NATO"),
        ("Amnesty International", "org:Amnesty International"),
        ("Danish Institute for Harbour Studies", "org:Danish Institute for Harbour Studies"),
    ],
)
def test_a_publisher_that_acts_is_an_actor(publisher: str, expected: str) -> None:
    actor = reading_of("We condemn the raid.", publisher=publisher).publisher
    assert actor is not None
    assert actor.code == expected


@pytest.mark.parametrize("publisher", ["Reuters", "Wikipedia", "The Harbour Times", "Kyiv Independent", "Lakeside News"])
def test_a_newsroom_is_no_actor(publisher: str) -> None:
    reading = reading_of("We could not verify the claim.", publisher=publisher)
    assert (reading.publisher, named("We could not verify the claim.", publisher=publisher)) == (None, [])


def test_a_legislator_speaks_for_the_state_in_person() -> None:
    reading = reading_of("I urge the Senate to act.", publisher="Mary Oakes (Republican, ID)")
    assert (reading.publisher.code if reading.publisher else None, reading.publisher_person) == ("USA", "Mary Oakes")


def test_the_title_names_the_person_who_speaks() -> None:
    reading = reading_of(
        "I condemn the raid.", publisher="The White House", title="Statement by NSC Spokesperson Jane Roe on the Raid"
    )
    assert reading.publisher_person == "Jane Roe"


def test_the_parties_of_a_joint_statement_are_all_of_its_title() -> None:
    reading = reading_of(
        "We condemn the raid.",
        publisher="The White House",
        title="Joint Statement from the Governments of Kenya, Malta and the United States on the Raid in Yemen",
    )
    assert [actor.code for actor in reading.publishers] == ["KEN", "MLT", "USA"]
    assert codes("We condemn it.", "We", publisher="The White House", title="Joint Statement by Kenya and Malta") == [
        "KEN",
        "MLT",
    ]


def test_a_bloc_speaks_in_its_leaders_statement() -> None:
    reading = reading_of("We condemn it.", publisher="The White House", title="G7 Leaders’ Statement on the Raid")
    assert reading.publisher is not None
    assert reading.publisher.code == "org:G7"


def test_we_inside_quotation_marks_is_not_the_publisher() -> None:
    assert named("“We will rebuild,” a baker said.", publisher="The White House") == []


def test_the_ministry_in_a_ministrys_own_text_is_itself() -> None:
    text = "Azerbaijan shelled the village. The Ministry condemns the attack."
    assert codes(text, "Ministry", publisher="Ministry of Foreign Affairs of Armenia") == ["ARM"]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("PRESS STATEMENT\n\nJANE ROE, DEPARTMENT SPOKESPERSON\n\nMay 3, 2025", "Jane Roe"),
        ("Press Statement\n\nJane A. Roe, Secretary of State", "Jane A. Roe"),
        ("Statement by Foreign Minister Jane Roe", "Jane Roe"),
    ],
)
def test_a_byline_with_an_office_names_who_speaks_for_the_publisher(opening: str, expected: str) -> None:
    reading = reading_of(f"{opening}\n\nWe condemn the raid on the harbour.", publisher="U.S. Department of State")
    assert reading.publisher_person == expected


@pytest.mark.parametrize("publisher", ["Reuters (Nairobi bureau)", "AFP Africa service", "The East African / agencies"])
def test_a_newsroom_is_no_actor_whatever_it_adds_to_its_name(publisher: str) -> None:
    assert reading_of("We could not verify the claim.", publisher=publisher).publisher is None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("G7 Statement on Sudan, 3 May 2023", "We condemn the shelling.", ["org:G7"]),
        ("NATO Foreign Ministers' Joint Declaration on the Harbour", "We condemn the shelling.", ["org:NATO"]),
        (
            "Harbour security",
            "We, the Leaders of the Group of Seven (G7), convened today with France. We condemn it.",
            ["org:G7"],
        ),
        ("NATO Summit in Vilnius: Statement by President Oakes", "We condemn the shelling.", ["USA"]),  # NATO is not who speaks
    ],
)
def test_a_bloc_whose_statement_it_is_speaks_whoever_hosts_the_page(title: str, text: str, expected: list[str]) -> None:
    reading = reading_of(text, publisher="The White House", title=title)
    assert [actor.code for actor in reading.publishers] == expected


def test_the_parties_of_a_joint_statement_may_sign_after_its_topic() -> None:
    title = "Joint Statement on Harbour Defenses by U.S. President Jane Oakes, Dutch Prime Minister Jan Roe, and German Chancellor Max Poe"
    reading = reading_of("We are sending buoys.", publisher="The White House", title=title)
    assert [actor.code for actor in reading.publishers] == ["USA", "NLD", "DEU"]
