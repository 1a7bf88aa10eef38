"""Which package an item belongs to."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.chains import Given
from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.packages import Package
from briefing_tui.model.patterns import compile_later

_BACK: Final = compile_later(
    r"^\W*(?:(?:more specifically|specifically|in total|in all|in particular|altogether|overall), )?(?:the|this|that|these|those|it|they|in it|also|among|included|both|under)\b[^.;:]{0,60}?\b(?:package|tranche|consignment|shipment|convoy|batch|plan|measure|scheme|aid|assistance|donation|drawdown|capabilit\w+|announcement|deliver\w+|support|it|they|includ\w+)\b",
    re.IGNORECASE,
)


_GOES_ON: Final = compile_later(
    r"^\W*(?:this|these|it|they|in (?:it|the (?:convoy|package|shipment|consignment))|also|among (?:it|them)|included|both|part of)\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about the package before it."""
_NEXT: Final = 2


def package_of(context: AidContext, given: Given, packages: list[Package]) -> Package | None:
    """The package a thing belongs to: that of its sentence, of its list's introduction, or the one the sentence points back to."""
    passage, start = given.passage, given.thing.start
    here = [
        package
        for package in packages
        if package.draft.scope != "cumulative" and any(passage.start <= low < passage.end for low, _ in package.draft.triggers)
    ]
    if here:
        before = [package for package in here if package.draft.start <= start]
        nearest = before[-1] if before else here[0]
        return nearest if _belongs(given, nearest) else None
    introduction = context.reading.introduction_of(passage)
    for place in reversed(introduction):
        inside = [package for package in packages if any(place.start <= low < place.end for low, _ in package.draft.triggers)]
        inside = [package for package in inside if package.draft.scope != "cumulative"] or inside
        if inside:
            return inside[-1]
        named = next((hit.entry.get("code") for hit in place.hits if hit.entry.category == "mechanism"), None)
        if named is not None:
            same = [package for package in packages if package.draft.mechanism == named]
            if same:
                return same[-1]
    if not introduction and _GOES_ON.match(passage.text):
        near = [
            package
            for package in packages
            if package.draft.scope == "package"
            and 0 < passage.index - package.draft.passage.index <= _NEXT
            and package.draft.passage.sentence.block == passage.sentence.block
        ]
        if near:
            return near[-1]
    if (introduction and _POINTS.search(introduction[-1].text)) or (not introduction and _BACK.match(passage.text)):
        limit = introduction[-1].index if introduction else passage.index
        before = [
            package
            for package in packages
            if package.draft.scope != "cumulative" and 0 < limit - package.draft.passage.index <= 3
        ]
        if before:
            return before[-1]
    return None


def _belongs(given: Given, package: Package) -> bool:
    """Whether a thing and a package of one sentence are one gift: no verb of its own gives the thing beside the package."""
    if given.rule not in {
        "object-of-giving",
        "subject-of-giving",
        "cargo",
        "noun-of-handing-over",
        "qualified-thing",
        "number-alone",
    }:
        return True
    passage, thing = given.passage, given.thing
    low, high = next(
        ((start, end) for start, end in package.draft.triggers if passage.start <= start < passage.end),
        (package.draft.start, package.draft.end),
    )
    text, base = passage.text, passage.start
    if thing.start >= high:
        between = text[high - base : thing.start - base]
        if given.verb is not None and given.verb.start >= high:
            between = text[high - base : given.verb.start - base]
            return _ELSEWHERE.search(between) is None
        return _BESIDES.search(between) is None
    if thing.end <= low:
        between = text[thing.end - base : low - base]
        return _ELSEWHERE.search(between) is None and _BESIDES.search(between) is None
    return True


_ELSEWHERE: Final = compile_later(
    r"[;:]|,? \b(?:and|but|while|whereas|after|before|as(?! part)|since|when|though|although)\b [^,;]*$|\b(?:since|in) (?:\w+ )?\d{4}\b",
    re.IGNORECASE,
)
"""Between a package and a thing that another verb gives."""
_BESIDES: Final = compile_later(
    r"\b(?:on top of|in addition to|besides|apart from|separate(?:ly)? from|aside from|separately|meanwhile|following|after)\b|;",
    re.IGNORECASE,
)
_POINTS: Final = compile_later(
    r"\b(?:package|tranche|drawdown|announcement|assistance|aid|donation|delivery|shipment|consignment|commitment|it|this|these|capabilit\w+)\b",
    re.IGNORECASE,
)
"""In an introduction that points back to a package."""
