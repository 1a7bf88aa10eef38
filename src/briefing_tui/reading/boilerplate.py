"""What is printed around the news: rules, contact lines, sharing buttons, notices.

Conservative: a block is boilerplate only when the whole of it is of a known form.
"""

from __future__ import annotations

from typing import Final

from briefing_tui.model.patterns import compile_later

_LONGEST: Final = 400
_RULE: Final = compile_later(r"[\W_]{2,}|[-–—~*\s]*(?:30|END|ENDS|End|Ends)[-–—~*\s.]*|#+")
_LINE: Final = compile_later(
    r"""(?ix)
    (?: for\ immediate\ release \W* (?:.{0,30}\d{4})?
      | embargoed\ until \b .{0,80}
      | (?:press|media)\ (?:contacts?|office|inquiries|enquiries|queries) \b .{0,5} : .{0,160}
      | (?:press\ |media\ )?contacts? \s* : .{0,160}
      | (?:for\ (?:more|further)\ information|for\ media\ (?:inquiries|enquiries|queries)) ,? .{0,40}
        (?:contact|visit|call|e-?mail|please|see|go\ to) \b .{0,160}
      | (?:©|\(c\)\ (?=(?:19|20)\d\d|copyright)|copyright\b) .{0,160}
      | (?:.{0,60}\b)? all\ rights\ reserved \b .{0,80}
      | (?:share|tweet|print|e-?mail|facebook|twitter|whatsapp|linkedin|telegram|instagram|advertisement|subscribe|
          loading|menu|search|related|read\ more|see\ also|more\ from\ .{1,40}|back\ to\ top|skip\ to\ .{1,30}|log\ in|sign\ in|
          share\ (?:this|on|via|with)\b.{0,40}|follow\ (?:us|me|@\w+)\b.{0,60}|like\ us\ on\b.{0,40}|
          sign\ up\ (?:for|to)\b.{0,90}|subscribe\ (?:to|for)\b.{0,90}|related\ (?:stories|articles|content|topics|links) :?.{0,0}|
          print\ this\ .{1,20}|send\ .{0,20}by\ e-?mail|listen\ to\ this\ article.{0,40}|scroll\ to\ continue.{0,40}) [.:!]?
      | (?:we|this\ (?:web)?site)\ uses?\ cookies \b .*
      | accept\ (?:all\ )?cookies .{0,40}
      | \(?reporting\ by\ .* (?:editing|writing)\ by\ .*
      | our\ standards\s*:\s*the\ thomson\ reuters\ trust\ principles.*
      | (?:read|click|see|view|download|watch|find|get)\ (?:the\ |a\ |our\ |his\ |her\ |their\ |here\b) .{0,120} \b (?:here|below|online) (?:\ to\ .{1,40})? [.:!]?
      | click\ here .{0,100}
      | (?:a|the)\ (?:full\ |complete\ |pdf\ )?(?:text|copy|transcript|video|audio|recording|list|letter|bill|report|version|fact\ sheet)\b .{0,120}
        (?:can\ be\ (?:found|read|viewed|accessed|downloaded|watched)|is\ (?:also\ )?available|available) \ (?:here|at\ \S+|online|below) [.:]?
      | (?:https?://|www\.)\S+
      | [\w.+-]+@[\w-]+\.[\w.-]+
      | page\ \d+(?:\ of\ \d+)?
      | (?:tel|phone|fax|e-?mail)\.? \s* : .{3,60}
      | (?:last\ )?updated\ (?:at|on)\ .{0,40}
      | photo(?:graph)?s?(?:(?:\ by|\ credits?)\s*: .{3,60} | \s*: [^/]{3,40}/.{2,40})
      | image\ (?:source|caption|copyright) ,? \ ?.{0,60}
    )
    """
)
_BYLINE: Final = compile_later(r"By (?:[A-Z][\w.’'-]*,? ?|and |in |for |of |the ){1,12}")
_ABOUT: Final = compile_later(r"(?i:about) (?P<name>(?:the )?[A-Z].{1,80})")
_DESCRIBES_ITSELF: Final = compile_later(
    r" (?:is|are) (?:a|an|the|one of)\b| (?:was|were) (?:founded|established|created)\b| (?:works?|provides?|supports?|promotes?) "
)


def is_rule(content: str) -> bool:
    """Whether the line is only a mark that ends or divides: "###", "-30-", "* * *"."""
    return _RULE.fullmatch(content) is not None


def is_boilerplate(content: str) -> bool:
    """Whether the whole block is a notice, a contact line or a button."""
    return len(content) <= _LONGEST and (is_rule(content) or _LINE.fullmatch(content) is not None)


def is_byline(content: str) -> bool:
    """Whether the line, near the top, only names the authors ("By Anna Example and John Doe")."""
    return len(content) <= 90 and _BYLINE.fullmatch(content) is not None


def introduces_self_description(heading: str, following: str) -> bool:
    """Whether `heading` is "About NAME" and the text under it says what NAME is, as organisations end their releases."""
    about = _ABOUT.fullmatch(heading)
    if not about:
        return False
    name = about["name"].removeprefix("the ").removeprefix("The ")
    opening = following[:200]
    return name[:20].lower() in opening[:80].lower() and _DESCRIBES_ITSELF.search(opening) is not None
