"""Dates as news writes them, resolved against Wednesday 20 November 2024."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.extracting.values.dates import introduced_by_since
from briefing_tui.model import DateValue


@pytest.fixture(scope="session")
def dates_in(reading_of):
    def read(text: str, **known: str | None) -> list[DateValue]:
        return [value for passage in reading_of(text, **known).passages for value in passage.dates]

    return read


@pytest.fixture(scope="session")
def written(dates_in):
    def read(text: str, **known: str | None) -> list[tuple[str | None, str]]:
        return [(value.iso, text[value.start : value.end]) for value in dates_in(text, **known)]

    return read


@pytest.mark.parametrize(
    ("text", "iso", "words"),
    [
        ("It was announced on Wednesday.", "2024-11-20", "Wednesday"),
        ("It was announced on Thursday.", "2024-11-14", "Thursday"),
        ("It was hit on Tuesday night.", "2024-11-19", "Tuesday night"),
        ("It was hit late on Monday.", "2024-11-18", "late on Monday"),
        ("It happened on Friday last week.", "2024-11-15", "Friday last week"),
        ("It happened last Friday.", "2024-11-15", "last Friday"),
        ("They meet next Tuesday.", "2024-11-26", "next Tuesday"),
        ("It came on Nov. 20.", "2024-11-20", "Nov. 20"),
        ("It came on Nov 19, they said.", "2024-11-19", "Nov 19"),
        ("It came on 20 November 2024.", "2024-11-20", "20 November 2024"),
        ("It came on November 20, 2024.", "2024-11-20", "November 20, 2024"),
        ("It came on the 20th of November.", "2024-11-20", "20th of November"),
        ("It came on Wednesday, Nov. 20.", "2024-11-20", "Wednesday, Nov. 20"),
        ("Dated 2024-11-20 in the log.", "2024-11-20", "2024-11-20"),
        ("Dated 20/11/2024 in the log.", "2024-11-20", "20/11/2024"),
        ("Dated 11/20/2024 in the log.", "2024-11-20", "11/20/2024"),
        ("It came on December 12.", "2023-12-12", "December 12"),
        ("It ended yesterday.", "2024-11-19", "yesterday"),
        ("It began earlier today.", "2024-11-20", "earlier today"),
        ("The raid came in the early hours of this morning,", "2024-11-20", "the early hours of this morning"),
        ("It burned overnight.", "2024-11-20", "overnight"),
        ("It burned last night.", "2024-11-19/2024-11-20", "last night"),
        ("They fought overnight into Tuesday.", "2024-11-19", "overnight into Tuesday"),
        ("It fell over the past day.", "2024-11-19/2024-11-20", "the past day"),
        ("It fell in the past 24 hours.", "2024-11-19/2024-11-20", "the past 24 hours"),
        ("It fell over the weekend.", "2024-11-16/2024-11-17", "the weekend"),
        ("It rose last week.", "2024-11-11/2024-11-17", "last week"),
        ("It rose this week.", "2024-11-18/2024-11-24", "this week"),
        ("It rose last month.", "2024-10", "last month"),
        ("It rose earlier this year.", "2024", "earlier this year"),
        ("It was signed last May.", "2024-05", "last May"),
        ("It was signed in March.", "2024-03", "March"),
        ("It was signed in December.", "2023-12", "December"),
        ("It has lasted since October 2023.", "2023-10", "October 2023"),
        ("The February 2022 invasion failed.", "2022-02", "February 2022"),
        ("It was signed in November last year.", "2023-11", "November last year"),
        ("It was gifted in 2023.", "2023", "2023"),
        ("The 2014 annexation failed.", "2014", "2014"),
        ("It began in the spring of 2022.", "2022-03-01/2022-05-31", "the spring of 2022"),
        ("It began last summer.", "2024-06-01/2024-08-31", "last summer"),
        ("It began in mid-November.", "2024-11", "mid-November"),
        ("It began in late October.", "2024-10", "late October"),
        ("It began in early 2024.", "2024", "early 2024"),
        ("It ends by the end of the year.", "2024", "the end of the year"),
        ("They met on July 27-28.", "2024-07-27/2024-07-28", "July 27-28"),
        ("They met between 3 and 5 May.", "2024-05-03/2024-05-05", "3 and 5 May"),
        ("They fought from 24 February to 3 March 2022.", "2022-02-24/2022-03-03", "24 February to 3 March 2022"),
        ("They fought from Monday to Wednesday.", "2024-11-18/2024-11-20", "Monday to Wednesday"),
        ("It ran between 2014 and 2022.", "2014-01-01/2022-12-31", "2014 and 2022"),
        ("It ran in March-April 2023.", "2023-03-01/2023-04-30", "March-April 2023"),
        ("It ran from December to February.", "2023-12-01/2024-02-29", "December to February"),
        ("It ended two days ago.", "2024-11-18", "two days ago"),
        ("It ended three weeks ago.", "2024-10-28/2024-11-03", "three weeks ago"),
        ("It ended a fortnight ago.", "2024-11-04/2024-11-10", "a fortnight ago"),
        ("It ended a month ago.", "2024-10", "a month ago"),
        ("It ended ten years ago.", "2014", "ten years ago"),
        ("It grew in the last two weeks.", "2024-11-06/2024-11-20", "the last two weeks"),
        ("It fell after the October 7 attack.", "2023-10-07", "October 7 attack"),
        ("It was shelled on Christmas Eve.", "2023-12-24", "Christmas Eve"),
        ("They fired drones overnight on Nov. 19.", "2024-11-19", "overnight on Nov. 19"),
        ("It was fought between 5 a.m. Monday and 7 a.m. Tuesday.", "2024-11-18/2024-11-19", "Monday and 7 a.m. Tuesday"),
    ],
)
def test_an_expression_is_resolved_against_the_anchor(written, text, iso, words):
    assert written(text) == [(iso, words)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The council will vote on Friday.", "2024-11-22"),
        ("On Monday, leaders will meet in Paris.", "2024-11-25"),
        ("A vote is due on Sunday.", "2024-11-24"),
        ("The pilots will be set free on Sunday.", "2024-11-24"),
        ("Talks are scheduled for Dec. 3.", "2024-12-03"),
        ("The deadline is January 15.", "2025-01-15"),
        ("Flights are grounded until Tuesday.", "2024-11-26"),
        ("The minister agreed to meet them on Thursday.", "2024-11-21"),
        ("The truce takes effect Thursday.", "2024-11-21"),
        ("The waiver holds through January 6.", "2025-01-06"),
    ],
)
def test_a_clause_that_looks_ahead_means_the_coming_day(dates_in, text, iso):
    assert [value.iso for value in dates_in(text)] == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("He vowed on Thursday to answer.", "2024-11-14"),
        ("They said on Friday that they will answer.", "2024-11-15"),
        ("They were held until Monday.", "2024-11-18"),
        ("The envoys met on Saturday and will report.", "2024-11-16"),
    ],
)
def test_a_clause_that_looks_back_means_the_last_day(dates_in, text, iso):
    assert [value.iso for value in dates_in(text)] == [iso]


def test_this_winter_in_january_is_the_one_that_began_in_december(dates_in):
    assert [value.iso for value in dates_in("It was cold this winter.", published="2024-01-10")] == ["2023-12-01/2024-02-29"]


def test_two_tenses_in_one_sentence_are_kept_apart(written):
    assert written("He said on Wednesday that talks will resume on Friday.") == [
        ("2024-11-20", "Wednesday"),
        ("2024-11-22", "Friday"),
    ]


def test_the_weekday_decides_the_year_that_the_date_leaves_open(dates_in):
    assert [value.iso for value in dates_in("They meet on Thursday, January 16.")] == ["2025-01-16"]


def test_a_bare_weekday_without_an_anchor_stays_unresolved(dates_in):
    (value,) = dates_in("It was announced on Friday.", published=None)
    assert (value.iso, value.first, value.precision, value.anchor) == (None, None, "unknown", "none")


def test_a_full_date_needs_no_anchor(dates_in):
    (value,) = dates_in("It was announced on 3 May 2023.", published=None)
    assert (value.iso, value.precision, value.anchor) == ("2023-05-03", "day", "text")


def test_the_anchor_is_named(dates_in):
    (value,) = dates_in("It was announced on Friday.")
    assert value.anchor == "metadata"


def test_a_day_that_the_calendar_does_not_have_is_kept_unresolved(dates_in):
    (value,) = dates_in("It was signed on November 31, 2023.")
    assert (value.iso, value.precision) == (None, "unknown")


def test_days_are_told_from_the_last_one(written):
    assert written("It began on 27 February 2022. The following day they left, and two days later it fell.") == [
        ("2022-02-27", "27 February 2022"),
        ("2022-02-28", "The following day"),
        ("2022-03-02", "two days later"),
    ]


def test_a_following_day_with_nothing_before_it_is_no_date(dates_in):
    assert dates_in("The following day they left.") == []


def test_a_reference_work_keeps_the_last_year_it_stated(dates_in):
    text = "It began on 24 February 2022. On 17 March the city fell."
    assert [value.iso for value in dates_in(text, publisher="Wikipedia")] == ["2022-02-24", "2022-03-17"]
    assert [value.iso for value in dates_in(text.replace(". On", ".\n\nOn"), publisher="The Wire")] == [
        "2022-02-24",
        "2024-03-17",
    ]


def test_a_paragraph_of_news_goes_on_in_the_year_it_stated_unless_a_recent_day_fits(dates_in):
    def days(text: str) -> list[str | None]:
        return [value.iso for value in dates_in(text, publisher="The Wire")]

    assert days("It began on 24 February 2022. On 17 March the city fell.") == ["2022-02-24", "2022-03-17"]
    assert days("It was signed on 3 May 2023. On 9 June they met, and on 20 July they parted.") == [
        "2023-05-03",
        "2023-06-09",
        "2023-07-20",
    ]
    assert days("It began on 24 February 2022. On 12 November the president spoke of it again.") == ["2022-02-24", "2024-11-12"]


def test_an_interval_knows_its_first_and_last_day(dates_in):
    (value,) = dates_in("It was signed in February 2024.")
    assert (value.first, value.last, value.precision) == ("2024-02-01", "2024-02-29", "month")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on the capital.",
        "Theresa May said April Smith met August Wilson.",
        "He reads The Sun and The Times.",
        "Black Friday came, and Bloody Sunday is remembered.",
        "They pray every Tuesday and on Sundays.",
        "The May Day parade passed.",
        "It was the second of many, on version 5.3.",
        "It runs 24/7, a half (1/2) since 9/11.",
        "It was the 1,000th day.",
        "Dated 3/4/2024 in the log.",
        "They lost 2000 soldiers at 2100 GMT.",
        "It cost $2023 and Resolution 2024 passed.",
        "USA Today reported it.",
        "The 23 March Movement took the city.",
        "They won 3-2.",
    ],
)
def test_words_and_numbers_that_are_no_dates_are_left_alone(dates_in, text):
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("It gave $5 billion since October 2023.", True),
        ("It gave $5 billion since the start of the invasion in February 2022.", True),
        ("It gave $5 billion in October 2023.", False),
        ("It has grown since; in May 2023 it fell.", False),
    ],
)
def test_a_running_total_counts_since_a_date(reading_of, text, since):
    (passage,) = reading_of(text).passages
    assert introduced_by_since(passage, passage.dates[0]) is since


@given(st.dates())
def test_an_iso_date_reads_back(dates_in, day):
    (value,) = dates_in(f"It was logged on {day:%Y-%m-%d} there.") if day.year >= 1000 else (None,)
    assert value is None or (value.iso, value.anchor) == (day.isoformat(), "text")


@given(
    st.text(alphabet="MayNov20JunSept15 ,.-–/today last week friday1234567890th\n", max_size=90),
    st.sampled_from(["2024-11-20", "0001-01-01", "9999-12-31", None]),
)
def test_no_text_and_no_anchor_breaks_the_reading(reading_of, text, published):
    for passage in reading_of(f"Text: {text}", published=published).passages:
        reach = passage.start
        for value in passage.dates:
            assert reach <= value.start < value.end <= passage.end
            assert value.first is None or value.last is None or value.first <= value.last
            reach = value.end


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The reply to the 3 November barrage will be harsh, the minister said.", "2024-11-03"),
        ("Its troops will be judged for the October 28 assault on the town.", "2024-10-28"),
        ("They may strike again after the 12 November raid.", "2024-11-12"),
        ("The drill began from 2 October and will end soon.", "2024-10-02"),
        ("Leaders will gather on 4 December.", "2024-12-04"),
        ("The 15 December summit will decide.", "2024-12-15"),
    ],
)
def test_the_day_of_what_happened_lies_behind_even_where_the_sentence_looks_ahead(written, text, iso):
    assert [found for found, _ in written(text)] == [iso]


@pytest.mark.parametrize(
    ("text", "iso", "words"),
    [
        ("They counted 31 aircraft in the 24 hours to 6am on Tuesday.", "2024-11-18/2024-11-19", "24 hours to 6am on Tuesday"),
        ("It logged nine in the 48 hours up to Monday morning.", "2024-11-16/2024-11-18", "48 hours up to Monday morning"),
        ("Guns shelled the camp for a third day.", "2024-11-18/2024-11-20", "a third day"),
        ("Fighting entered a fifth straight night.", "2024-11-16/2024-11-20", "a fifth straight night"),
        ("It lasted through the second half of October.", "2024-10-16/2024-10-31", "the second half of October"),
    ],
)
def test_spans_are_read_with_their_ends(written, text, iso, words):
    assert written(text) == [(iso, words)]


@pytest.mark.parametrize(
    "text", ["It fell in the last 24 hours to a rival.", "A third day was set aside.", "The second half was better."]
)
def test_what_only_looks_like_a_span_of_days_is_none(written, text):
    assert not any(
        "/" in (iso or "") and words.startswith(("24 hours to", "A third", "The second")) for iso, words in written(text)
    )


def test_what_lasted_until_a_day_and_then_was_over_looks_back(written):
    assert written("The port, which until Sunday had been quiet, burned.") == [("2024-11-17", "Sunday")]
    assert written("The road is closed until Sunday.") == [("2024-11-24", "Sunday")]
