"""What a person sees of a library, frame by frame; see `test_screens`."""

import pytest

SIZES = [(160, 45), (120, 32), (80, 24), (60, 18), (40, 12)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request):
    return request.param


async def test_the_first_screen_of_a_library(open_archive, snapshot, size):
    async with open_archive(size=size) as person:
        assert person.screen() == snapshot


async def test_a_query_being_typed(open_archive, snapshot, size):
    async with open_archive(size=size) as person:
        await person.type("/harbo")
        assert person.screen() == snapshot


async def test_a_query_that_cannot_be_understood(open_archive, snapshot, size):
    async with open_archive(size=size) as person:
        await person.type("/stanse:oppose")
        assert person.screen() == snapshot


async def test_the_list_of_briefings(open_archive, snapshot, size):
    async with open_archive(size=size) as person:
        await person.press("b")
        assert person.screen() == snapshot


async def test_facets(open_archive, snapshot, size):
    async with open_archive(size=size) as person:
        await person.type("/kind:reaction")
        await person.press("enter", "f", "j", "j")
        assert person.screen() == snapshot


async def test_the_fields_of_a_record_and_a_value_being_written(open_archive, snapshot, size):
    async with open_archive(size=size) as person:
        await person.press("2", "E", "j", "j", "j", "enter")
        assert person.screen() == snapshot


async def test_corrected_records(open_archive, snapshot, size):
    async with open_archive(size=size) as person:
        await person.press("a", "j", "x", "j", "E", "j", "enter")
        await person.type("Javelin")
        await person.press("enter", "escape")
        assert person.screen() == snapshot
