"""Reading short news texts for aid, as the tests of packages and items do."""

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.aid.item_phrases import Thing, find_things
from briefing_tui.model import AidItem, AidPackage, Briefing, trigger
from briefing_tui.reading import Metadata, read_bytes

SETTING = (
    "Russian missiles struck Kharkiv overnight in the heaviest bombardment of the war. The shelling wounded soldiers near the front line "
    "as Ukraine appealed to its allies.\n\n"
)
"""A paragraph that puts a text on the subject of a war. It tells of no aid."""


def briefing_of(text: str, *, publisher: str | None = None, setting: str = SETTING) -> Briefing:
    """The briefing of `setting` and `text`, published on 2024-11-20."""
    metadata = Metadata(published="2024-11-20", publisher=publisher)
    return default_extractor().extract(read_bytes((setting + text).encode(), name="test", form="text", metadata=metadata))


def packages_of(text: str, *, publisher: str | None = None, setting: str = SETTING) -> list[AidPackage]:
    return [
        record for record in briefing_of(text, publisher=publisher, setting=setting).records if isinstance(record, AidPackage)
    ]


def items_of(text: str, *, publisher: str | None = None, setting: str = SETTING) -> list[AidItem]:
    return [record for record in briefing_of(text, publisher=publisher, setting=setting).records if isinstance(record, AidItem)]


def named(records: list[AidItem]) -> list[str]:
    """The items' words, in text order."""
    return [trigger(record).exact for record in records]


def sides(package: AidPackage) -> tuple[list[str], list[str]]:
    """The codes of donors and of recipients."""
    return [actor.code for actor in package.donors], [actor.code for actor in package.recipients]


def amounts(packages: list[AidPackage]) -> list[tuple[str, int | None, str | None]]:
    """Scope, amount and currency of each package, in text order."""
    return [(package.scope, None if package.amount is None else int(package.amount), package.currency) for package in packages]


def things_in(sentence: str) -> list[tuple[str, int | None, str]]:
    """The item noun phrases of a sentence: words, number, class."""
    reading = default_extractor().read(read_bytes(sentence.encode(), name="test", form="text"))
    return [
        (_words(reading.text, thing), None if thing.count is None else int(thing.count), thing.item_class)
        for passage in reading.passages
        for thing in find_things(passage)
    ]


def _words(text: str, thing: Thing) -> str:
    return text[thing.start : thing.end]
