"""Reading short news texts for reactions, as the tests of reactions, quotations, acts and assessments do."""

from functools import cache

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.extractor import Extractor
from briefing_tui.model import Assessment, Briefing, Reaction, trigger
from briefing_tui.reading import Metadata, read_bytes

SETTING = (
    "Russian missiles struck Kharkiv overnight in the heaviest bombardment of the war. The shelling wounded soldiers near the front line "
    "as the ceasefire collapsed.\n\n"
)
"""A paragraph that puts a text on the subject, so that a single sentence after it counts as one about a war. It tells no reaction."""


@cache
def _extractor() -> Extractor:
    return default_extractor()


def briefing_of(text: str, *, publisher: str | None = None, title: str | None = None, setting: str = SETTING) -> Briefing:
    """The briefing of `setting` and `text`, published on Wednesday 2024-11-20."""
    metadata = Metadata(published="2024-11-20", publisher=publisher, title=title)
    return _extractor().extract(read_bytes((setting + text).encode(), name="test", form="text", metadata=metadata))


def reactions_of(text: str, *, publisher: str | None = None, title: str | None = None, setting: str = SETTING) -> list[Reaction]:
    """The reactions of a short text."""
    briefing = briefing_of(text, publisher=publisher, title=title, setting=setting)
    return [record for record in briefing.records if isinstance(record, Reaction)]


def assessments_of(text: str) -> list[Assessment]:
    """The assessments of a short text."""
    return [record for record in briefing_of(text).records if isinstance(record, Assessment)]


def told(reaction: Reaction) -> tuple[list[str], str, str | None]:
    """Who, which side, which step."""
    return [actor.code for actor in reaction.actors], reaction.stance, reaction.action


def words(reaction: Reaction) -> str:
    """The words that carry the reaction."""
    return trigger(reaction).exact
