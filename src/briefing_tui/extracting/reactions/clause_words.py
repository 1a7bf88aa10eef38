"""The little words by which the rules find their way through a clause: auxiliaries, adverbs, conjunctions, and nouns that speak for others."""

from __future__ import annotations

from typing import Final

AUXILIARIES: Final = frozenset(
    "am remain remains remained has have had is are was were be been being will would shall should must may might can could do does did 've 's 'd 'll "
    "hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't can't couldn't don't doesn't didn't "
    "cannot".split()
)
PASSIVE: Final = frozenset("am is are was were be been being gets got".split())
NEGATIONS: Final = frozenset(
    "not never neither nor cannot hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't can't "
    "couldn't don't doesn't didn't".split()
)
ADVERBS: Final = frozenset(
    "also again then later now already still once twice even just once often always soon first jointly further yet only "
    "promptly too both all each today tonight yesterday earlier nonetheless nevertheless meanwhile instead thus therefore has "
    "previously separately jr jr. sr sr. long ever quickly however likewise afterwards long since up".split()
)
NOT_ADVERBS: Final = frozenset("italy july assembly family ally rally reply supply apply only-child fly bully army".split())
RELATIVES: Final = frozenset("who which that whose".split())
CONJUNCTIONS: Final = frozenset("and but or then while yet".split())
STOPS: Final = frozenset(
    "; : — because although though while whereas if when whether unless since after before until as that".split()
)
SPOKESPEOPLE: Final = frozenset(
    "office spokesman spokeswoman spokesperson government representative representatives cabinet administration leader leaders president "
    "ministry authorities delegation ambassador envoy minister ministers officials leadership aide allies lawyers".split()
)
"""Nouns whose "of" names for whom they speak ("the office of the acting president")."""
WRITTEN: Final = frozenset("statement letter message communique communiqué readout release post".split())
"""Texts that speak for whom they are from."""
ISSUED: Final = frozenset("issued released published posted signed attributed carried".split())
BEHIND: Final = frozenset("of from by for".split())
PRONOUNS: Final = frozenset("he she it they i we you".split())
"""Subjects that end the search even where nobody knows whom they mean."""
ALSO_CONJUNCTIONS: Final = frozenset("after before since until as than once like".split())
"""Prepositions that open a clause when the noun after them has a verb ("after the bloc imposed sanctions")."""
REDUCED: Final = frozenset("based led backed stationed deployed familiar headed formed run briefed".split())
"""Participles and adjectives that may follow a subject ("officials based in Geneva")."""
AIDES: Final = frozenset("aide aides adviser advisers advisor advisors ambassador envoy counsel counsellor assistant".split())
"""People who are "to" whom they serve ("an aide to the president")."""
