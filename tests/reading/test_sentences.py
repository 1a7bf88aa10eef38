import time

import pytest

from briefing_tui.reading import read_bytes
from briefing_tui.reading.sentences import LONGEST_SENTENCE


def sentences(text: str) -> list[str]:
    document = read_bytes(text.encode(), name="note", form="text")
    return [document.text[sentence.start : sentence.end] for sentence in document.sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["He met Lt. Gen. Ivan Holm in St. Petersburg on Jan. 14.", "The talks were short."],
        ["Sen. Ann Moe and Rep. Bo Lie wrote to Gov. Dahl.", "He did not answer."],
        ["The U.S. Department of Defense agreed.", "So did the U.K. government."],
        ["The shells come from the U.S.", "The rest is Danish."],
        ["He spoke at 8.30 am and again at 5 p.m. Monday.", "Nobody listened."],
        ["The raid ended at 10 p.m.", "Russian forces withdrew."],
        ["It starts at 9 a.m. Kyiv time.", "Be there."],
        ["President Joseph R. Biden, Jr. met J. D. Vance.", "They shook hands."],
        ["It was No. 5 of 12.", "He said no.", "Then he left."],
        ["It costs $1.5 million vs. $2 million before.", "That is cheap."],
        ["“We will hold.", "We must,” he said.", "Nobody doubts it."],
        ["“Why now?” Holm asked.", "There was no answer."],
        ["“Stop!” she cried.", "“Go.”", "They went."],
        ["Is it over?!", "No one knows."],
        ["He waited...", "Then he left.", "She went on … and on."],
        ["Apples, pears, etc.", "Nothing else was found."],
        ["It was built by Example Corp. of Oslo.", "It flew."],
        ["The war ended.[3]", "The talks began.12", "Spring came."],
        ["It is over (for now).", "(He would not say more.)", "Good."],
        ["The plan: 1. Stop the war.", "2. Trade."],
        ["It failed in 2024.", "The next one held."],
        ["On Oct. 7 the wall fell.", "In Oct. Hamas agreed to it."],
        ["MR. HOLM spoke to MS. MOE.", "THEY LEFT."],
        ["He gave tanks; she gave trucks; they gave nothing."],
        ["Art. 5, e.g. as read by Moscow, i.e. narrowly, covers approx. 500 men."],
        ["In Washington, D.C. Mayor Moe spoke.", "It rained."],
        ['"It is done."', '"Good."', 'He said "yes."', "Then he slept."],
    ],
)
def test_a_paragraph_splits_where_a_reader_would(parts: list[str]):
    assert sentences(" ".join(parts)) == parts


def test_a_missing_space_behind_a_stop_still_ends_the_sentence():
    assert sentences("Kyiv announced it.The army denied it.") == ["Kyiv announced it.", "The army denied it."]


def test_a_web_address_is_not_split():
    text = "See www.example.org/page.html and mail press.office@example.org for more."
    assert sentences(text) == [text]


def test_a_heading_is_one_sentence():
    text = "Who pays? Who does not\n\nNorway pays for the shells that Denmark sends."
    assert sentences(text)[0] == "Who pays? Who does not"


def test_list_items_need_no_full_stop():
    assert sentences("It includes:\n- 155 mm rounds\n- four launchers")[1:] == ["155 mm rounds", "four launchers"]


def test_a_sentence_may_run_over_wrapped_lines():
    text = (
        "The ministry said on Monday that the first of the launchers would be\n"
        "handed over before the winter. It gave no number and would not say how\n"
        "many crews had been trained so far."
    )
    assert sentences(text) == [
        "The ministry said on Monday that the first of the launchers would be\nhanded over before the winter.",
        "It gave no number and would not say how\nmany crews had been trained so far.",
    ]


def test_an_endless_line_is_cut_and_nothing_of_it_lost():
    text = "shells and trucks, " * 3000
    parts = sentences(text)
    assert max(map(len, parts)) <= LONGEST_SENTENCE
    assert " ".join(parts) == text.strip()


@pytest.mark.parametrize("unit", ["The army of the U.S. said it fired. ", ". ", ".", '."', "?!", "A. ", "KYIV/", "[1]", "• "])
def test_a_line_of_two_megabytes_takes_linear_time(unit: str):
    def seconds(size: int) -> float:
        text = "x" + unit * (size // len(unit))
        begin = time.process_time()
        sentences(text)
        return time.process_time() - begin

    seconds(10_000)
    assert seconds(2_000_000) < 15
