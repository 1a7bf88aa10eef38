"""Noun phrases that name things which can be given: "four additional HIMARS", "155 mm and 105 mm artillery rounds".

Only the phrase is read here, with its number, its class and the system it names; whether the thing is aid at all is
for the rules in `aid_frames` and `items` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from briefing_tui.extracting.aid_verbs import find_verbs
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Quantity
from briefing_tui.model.vocabulary import Bound, ItemClass

_STOPS: Final = frozenset(
    "the this that these those its their his her our your my of in on at by for from with without to into onto toward towards against over under"
    " between among amid during before after since until while as than like about per via and or but nor so yet if when where which who whom whose"
    " what how why because although though unless whether is are was were be been being am has have had having do does did will would shall should"
    " can could may might must not no never none it they he she we i you them him us me there here then also too very just only even still already"
    " again soon now today tomorrow yesterday including include includes such both either neither all some any each every several many most few"
    " much enough more another other a an said says say told tells plus alongside along together despite except beyond within upon across through"
    " out up down off away back ready able set due use using ensure ensuring expand expanding strengthen strengthening improve improving enhance enhancing combat help helping helps make making give keep take"
    " bring let buy buying get see need needs want wants call provide deliver receive launch deploy develop produce acquire build maintain operate"
    " strengthened reduce reducing promote promoting protect protecting support supporting increase increasing offer whatever however meanwhile instead worth like unlike around n't let lets".split()
)
_ADMITTED: Final = frozenset({"more", "other", "another", "such", "few", "several", "many", "some", "all", "a", "an", "extra", "new"})
"""Words that stop a phrase on the way left but open it when nothing stands between."""
_OPENERS: Final = frozenset({"more", "other", "several", "many", "another", "extra", "most"})
_NOT_ADJECTIVES: Final = frozenset(
    "said says told reports reported week month year monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december reuters".split()
)
_MARKS: Final = frozenset({"-", "‑", "–", "/", "&", "'", "’", "."})
_HEADS: Final = frozenset(
    "system systems battery batteries launcher launchers missile missiles round rounds shell shells interceptor interceptors unit units gun guns vehicle"
    " vehicles tank tanks jet jets fighter fighters helicopter helicopters aircraft plane planes drone drones rocket rockets munition munitions kit kits"
    " set sets rifle rifles radar radars boat boats device devices truck trucks bomb bombs mine mines howitzer howitzers weapon weapons equipment"
    " ammunition ammo carrier carriers transport transports transporters craft vessel vessels ship ships terminal terminals platform platforms"
    " capability capabilities component components part parts engine engines station stations module modules charge charges projectile projectiles"
    " technology warhead warheads asset assets supplies gear materiel hardware item items goods material materials tool tools service services machine"
    " machines product products pack packs package packages tablets cartridge cartridges grenade grenades robot robots armor armour".split()
)
_SHARED_HEADS: Final = frozenset(
    "system systems missile missiles round rounds shell shells ammunition munition munitions projectile projectiles launcher launchers bomb bombs"
    " jets jet aircraft vehicles tanks guns rockets rocket drones batteries interceptors howitzers helicopters weapons mines rifles radars equipment parts kits"
    " supplies barrels grenades components".split()
)
_SPOILERS: Final = frozenset(
    "strike strikes attack attacks crew crews pilot pilots operator operators fire factory factories plant plants depot depots maker makers manufacturer"
    " manufacturers industry industries production sector sectors program programs programme programmes deal deals embargo embargoes control controls base"
    " bases site sites position positions test tests launch launches range ranges stockpile stockpiles stocks stock warfare barrage barrages threat threats"
    " salvo salvos use user users unit's team teams force forces officer officers commander commanders division divisions brigade brigades regiment"
    " regiments corps troops soldiers expert experts company companies firm firms supplier suppliers race talks ban bans treaty convention power"
    " incursion incursions debris wreckage fragments fragment crash crashes field fields zone zones alert alerts alarm school schools price prices"
    " market markets insecurity security crisis shortage shortages trade infrastructure grid network networks bill policy budget exports export"
    " proliferation doctrine deterrent deterrence driver drivers station's tax tariff tariffs research license licenses licence permit permits column"
    " columns battle battles raid raids salvoes group groups man men commander-in-chief academy accident explosion explosions fight production's"
    " specialist specialists technician technicians engineer engineers development design facility facilities workshop workshops hub hubs".split()
)
_DELIVERIES: Final = frozenset(
    "delivery deliveries shipment shipments transfer transfers donation donations consignment consignments supply purchase purchases sale sales".split()
)
_PORTIONS: Final = frozenset(
    "round rounds set sets ton tons tonne tonnes dose doses kilogram kilograms litre litres liter liters barrel barrels piece pieces box boxes"
    " number stock stocks batch consignment batteries battery package packages pallet pallets truckload truckloads lorryload lorryloads unit units model models version versions variant variants example examples"
    " pair pairs type types variety range array mix quantity quantities amount amounts gallon gallons crate crates can cans bag bags sack sacks bottle"
    " bottles load loads squadron squadrons fleet series stockpile container containers planeload planeloads trainload worth form forms kind"
    " kinds metric million thousand hundreds thousands dozens scores millions tens units portions portion servings parcel parcels"
    " trucks truck lorries lorry volley belt belts magazine magazines".split()
)
_SUPPORTING: Final = frozenset({"ammunition", "equipment", "training", "financial", "other"})
_LIMIT: Final = 9
"""Most words a phrase takes on the left of its head."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase `text[start:end]` naming something that can be given; `head` is the lexicon's word for it.

    `core` is where its head word begins: what precedes it there is modifier. `shared` marks a coordination under one head.
    """

    start: int
    end: int
    core: int
    item_class: ItemClass
    designation: str | None
    quantity: Quantity | None
    weak: bool
    definite: bool
    named: bool
    """Whether a weapon system is named in it."""
    generic: bool = False
    """Whether it is nothing more than "weapons", "military equipment", "aid"."""
    handed: bool = False
    """Whether a noun of delivery follows it ("HIMARS deliveries")."""

    @property
    def bound(self) -> Bound:
        """The bound of its number."""
        return self.quantity.bound if self.quantity else "exact"

    @property
    def count(self) -> Decimal | None:
        """Its number, None where the text gives none."""
        return self.quantity.value if self.quantity else None


def find_things(passage: Passage) -> list[Thing]:
    """The item noun phrases of a passage in text order, coordinations under one head joined."""
    if not passage.has("weapon", "item_noun"):
        return []
    runs = _runs(passage)
    things: list[Thing] = []
    floor = passage.start
    for position, run in enumerate(runs):
        if run[0].start < floor:
            continue
        ceiling = runs[position + 1][0].start if position + 1 < len(runs) else passage.end
        thing = _phrase(passage, run, floor, ceiling)
        if thing is not None:
            things.append(thing)
            floor = thing.end
    return _joined(passage, things)


def _runs(passage: Passage) -> list[list[Hit]]:
    """Hits that follow one another without a word between them: "Javelin" + "anti-armor systems", "… Rocket Systems" + "(HIMARS)"."""
    text, base = passage.text, passage.start
    runs: list[list[Hit]] = []
    starts = {token.start for token in passage.tokens}
    verbs = {(verb.start, verb.end) for verb in find_verbs(passage)} if passage.has("aid_verb") else set()
    for hit in passage.of("weapon", "item_noun"):
        if hit.start not in starts or (hit.start, hit.end) in verbs or _is_people(passage, hit):
            continue
        if runs:
            last = runs[-1][-1]
            if hit.start < last.end:
                if hit.end <= last.end:
                    if hit.entry.category == "item_noun" and last.entry.category == "item_noun" and last.entry.get("weak"):
                        runs[-1][-1] = hit
                    continue
                runs[-1].append(hit)
                continue
            gap = text[last.end - base : hit.start - base]
            if not gap.strip() and not _is_plural_hit(text[last.start - base : last.end - base], last):
                runs[-1].append(hit)
                continue
            if gap.strip() == "(" and text[hit.end - base : hit.end - base + 1] == ")":
                runs[-1].append(hit)
                continue
            if gap.strip() == ")" and hit.entry.category == "item_noun":
                runs[-1].append(hit)
                continue
        runs.append([hit])
    return runs


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low.endswith("s") and not low.endswith(("ss", "us", "himars", "nasams", "mlrs"))


def _is_people(passage: Passage, hit: Hit) -> bool:
    """Whether a word like "fighters" means people here."""
    return hit.entry.category == "item_noun" and any(
        mention.start < hit.start and mention.end == hit.end and mention.kind in {"collective", "people", "role"} for mention in passage.mentions
    )


def _is_plural_hit(word: str, hit: Hit) -> bool:
    return _is_plural(word) and not (hit.entry.category == "weapon" and hit.entry.key.lower().endswith(word.lower()))


def _phrase(passage: Passage, run: list[Hit], floor: int, ceiling: int) -> Thing | None:
    tokens = passage.tokens
    first, last = passage.token_at(run[0].start), passage.token_at(run[-1].end)
    verbs = _verb_starts(passage)
    if first < len(tokens) and tokens[first].start != run[0].start:
        return None
    start, quantity, definite = _left(passage, first, floor, verbs)
    if start is None:
        return None
    end, last = _right(passage, run, last, ceiling)
    following = tokens[last] if last < len(tokens) else None
    handed = False
    head_word = passage.text[run[-1].start - passage.start : run[-1].end - passage.start]
    if following is not None and following.start - end <= 1 and following.low[0].isalpha():
        low = following.low
        if low in _DELIVERIES:
            handed = True
        elif low in _SPOILERS:
            return None
        elif (
            not _is_plural(head_word)
            and run[-1].entry.category == "item_noun"
            and not following.capital
            and _is_noun_like(following, verbs)
        ):
            return None
    name = next((hit for hit in run if hit.entry.category == "weapon"), None)
    item_class, weak = _class_of(passage, run, name)
    end, tail_class = _tail(passage, last, end, item_class)
    if quantity is None:
        quantity = _single(passage, start, run, head_word)
    return Thing(
        start=start,
        end=end,
        core=run[-1].start,
        item_class=tail_class,
        designation=None if name is None else name.entry.key,
        quantity=quantity,
        weak=weak,
        definite=definite,
        named=name is not None,
        generic=name is None and quantity is None and _is_generic(passage, start, end),
        handed=handed,
    )


_GENERIC: Final = frozenset(
    "weapon weapons arms weaponry equipment ammunition ammo munition munitions aid supplies supply capability capabilities hardware materiel matériel kit gear assistance system"
    " systems support assets armament armaments arsenal military lethal non-lethal necessary more additional heavy modern advanced sophisticated critical"
    " much-needed other new western and defensive offensive relief humanitarian goods items essential vital foreign american further urgent emergency"
    " such needed some u.s. technology components parts defense defence security life-saving lifesaving training intelligence basic u.s.-made technical".split()
)


def _is_generic(passage: Passage, start: int, end: int) -> bool:
    return all(token.low in _GENERIC for token in passage.between(start, end))


def _verb_starts(passage: Passage) -> frozenset[int]:
    """Offsets of verbs the lexicon knows, in forms that are no participle before a noun."""
    ends = {token.end for token in passage.tokens}
    return frozenset(
        hit.start
        for hit in passage.hits
        if hit.entry.category in {"aid_verb", "say", "event", "stance", "cue"} and hit.how.startswith("verb") and hit.end in ends
    )


def _left(passage: Passage, first: int, floor: int, verbs: frozenset[int]) -> tuple[int | None, Quantity | None, bool]:
    """Where the phrase begins, its number, and whether "the" or a possessive stands before it."""
    tokens = passage.tokens
    position = first
    quantity: Quantity | None = None
    ends = {number.end: number for number in passage.quantities}
    taken = 0
    while position > 0 and taken < _LIMIT:
        token = tokens[position - 1]
        if token.end <= floor and floor != passage.start:
            break
        number = next((q for q in passage.quantities if q.start <= token.start < q.end), None)
        if number is not None:
            if number.start < floor:
                break
            if _counts(passage, number):
                quantity = _unglued(passage, number)
            position = passage.token_at(number.start)
            taken += 1
            if quantity is not None:
                break
            continue
        if token.low in {"of"} and position > 1:
            number = ends.get(tokens[position - 2].end)
            before = tokens[position - 2]
            if number is not None or before.low in _PORTIONS:
                position -= 1 if number is not None else 2
                taken += 1
                continue
            break
        if token.low == ")":
            number = next((q for q in passage.quantities if q.end in {token.start, token.end}), None)
            if number is None or passage.text[number.start - passage.start - 1 : number.start - passage.start] != "(":
                break
            quantity = number
            position = passage.token_at(number.start)
            break
        if token.low in {"and", "or"} and _paired_compounds(tokens, position):
            position -= 1
            continue
        if token.low in {"and", "or", ","} and _measure_before(passage, position - 1) and _measure_after(passage, position):
            position -= 1
            continue
        if not _modifies(passage, token, tokens[position], verbs):
            break
        position -= 1
        taken += 1
    start = tokens[position].start
    before = tokens[position - 1] if position else None
    if quantity is None and before is not None and before.low in _OPENERS and before.end > floor:
        start = before.start
        before = tokens[position - 2] if position > 1 else None
    if quantity is not None:
        start = max(quantity.start, floor)
        position = passage.token_at(start)
        before = tokens[position - 1] if position else None
        while before is not None and before.low in _BEFORE_NUMBERS and before.end > floor:
            start = before.start
            position -= 1
            before = tokens[position - 1] if position else None
    if start > passage.start and passage.text[start - passage.start - 1] == "(" and quantity is not None:
        start -= 1
    definite = before is not None and before.low in {"the", "these", "those", "this", "that", "its", "their", "his", "her", "our"}
    return start, quantity, definite


def _counts(passage: Passage, number: Quantity) -> bool:
    """Whether a number counts things rather than measures them ("25,000 rounds", not "155 mm" or "2,000-pound")."""
    if number.unit is None or number.value is None:
        return True
    if number.unit in _COUNTING:
        return True
    return passage.text.startswith(" of ", number.end - passage.start)


def _unglued(passage: Passage, number: Quantity) -> Quantity:
    """The number without the "over" of "handed over 12 machines"."""
    for hit in passage.hits:
        if hit.entry.category == "aid_verb" and hit.start < number.start < hit.end:
            return replace(number, start=hit.end + 1, bound="exact")
    return number


def _paired_compounds(tokens: Sequence[Token], position: int) -> bool:
    """Whether "and" joins two compounds of one kind: "counter-artillery and counter-drone radars"."""
    if position < 2 or position >= len(tokens):
        return False
    left, right = tokens[position - 2].low.split("-", 1), tokens[position].low.split("-", 1)
    return len(left) == 2 and len(right) == 2 and left[0] == right[0]


_BEFORE_NUMBERS: Final = frozenset("initial further additional extra another remaining first second new total fresh existing final last".split())
_COUNTING: Final = frozenset(
    "round set dose unit piece item pair kit box pallet crate parcel bag sack truckload shipment tonne ton kilogram kg litre liter barrel gallon"
    " truck lorry planeload battery batch metric_ton package pack container".split()
)


def _measure_before(passage: Passage, conjunction: int) -> bool:
    token = passage.tokens[conjunction - 1] if conjunction else None
    return token is not None and any(q.end == token.end and q.unit in {"mm", "cm", "inch", "pound", "kg"} for q in passage.quantities)


def _measure_after(passage: Passage, position: int) -> bool:
    start = passage.tokens[position].start
    return any(q.start == start and q.unit in {"mm", "cm", "inch", "pound", "kg"} for q in passage.quantities)


def _modifies(passage: Passage, token: Token, following: Token, verbs: frozenset[int]) -> bool:
    """Whether a word can stand before the head inside its noun phrase."""
    low = token.low
    if low in _MARKS:
        return token.end == following.start or following.low in _MARKS or low in {"-", "/"}
    if not low[0].isalnum():
        return False
    if low in _STOPS or low in _NOT_ADJECTIVES or (low.endswith("ly") and low not in {"early", "friendly", "deadly", "daily", "family"}):
        return False
    if low.endswith("'s") or low.endswith("s'"):
        return False
    if token.start in verbs and not low.endswith(("ed", "ing")) and low not in _VERB_NOUNS:
        return False
    if token.start in verbs and low.endswith(("ed", "ing")) and low not in _PARTICIPLES:
        return False
    for mention in passage.mentions:
        if mention.start <= token.start < mention.end:
            return mention.adjective or mention.end - mention.start <= 4
    if any(hit.start <= token.start < hit.end and hit.entry.category in {"aid_noun", "currency"} for hit in passage.hits):
        return low in _AID_ADJECTIVES
    if any(money.start <= token.start < money.end for money in passage.money):
        return False
    if any(day.start <= token.start < day.end for day in passage.dates):
        return False
    return not (low.endswith("ing") and low not in _PARTICIPLES and low not in _VERB_NOUNS and token.start in verbs)


_AID_ADJECTIVES: Final = frozenset({"relief", "support", "help", "emergency", "loan", "training", "air", "defense", "defence"})
_VERB_NOUNS: Final = frozenset(
    "fighting training tracking missile guided launch surface strike attack target support combat fire transport ground cover order supply gift close lead"
    " mine test guard land tank battle shell pilot air scout light heavy".split()
)
_PARTICIPLES: Final = frozenset(
    "armored armoured used refurbished modernized modernised donated advanced guided tracked wheeled wire-guided unmanned uncrewed towed upgraded"
    " requested needed long-requested promised additional manned captured repaired seized related outdated unspecified undisclosed limited combined"
    " decommissioned retired mothballed shoulder-fired man-portable sophisticated longer-ranged long-ranged improved self-propelled propelled protected"
    " mechanized mechanised fortified dried canned tinned powdered prefabricated heated bottled refined chilled frozen insulated armed purchased bought"
    " fighting targeting training tracking jamming clearing bridging demining firefighting building cooking drinking heating engineering operating"
    " loitering flying landing hunting night-vision surveying receiving anti-tank detecting lifesaving life-saving sleeping washing winning living"
    " firing aging ageing remaining existing incoming outgoing exploding leading cutting-edge covering".split()
)


def _right(passage: Passage, run: list[Hit], last: int, ceiling: int) -> tuple[int, int]:
    """The end of the phrase and the index of the token after it: generic heads and closing brackets belong to it."""
    tokens = passage.tokens
    end = run[-1].end
    while last < len(tokens):
        token = tokens[last]
        if token.start >= ceiling and token.start != end:
            break
        if token.low == ")" and passage.text.rfind("(", 0, token.start - passage.start) >= run[0].start - passage.start:
            end = token.end
            last += 1
            continue
        if token.low in _HEADS and token.start - end <= 1 and not token.capital:
            end = token.end
            last += 1
            continue
        if token.low == "-" and token.start == end and last + 1 < len(tokens):
            following = tokens[last + 1]
            if following.start == token.end and following.low in {"style", "type", "class", "made"}:
                end = following.end
                last += 2
                continue
        break
    spread = _BY_THE.match(passage.text, end - passage.start)
    if spread:
        end = passage.start + spread.end()
        last = passage.token_at(end)
    return end, last


_BY_THE: Final = re.compile(r" by the (?:dozen|hundred|thousand|million|score|truckload|tonne|ton)s?\b")


def _is_noun_like(token: Token, verbs: frozenset[int]) -> bool:
    low = token.low
    if low in _STOPS or low in _FOLLOWERS or token.start in verbs or low.endswith(("ly", "ed", "ing")):
        return False
    return low.isalpha()


_FOLLOWERS: Final = frozenset(
    "worth capable available currently similar designed needed sent given bought made built known able made-in headed bound en left used that which who"
    " came come go goes went arrive arrives reach reached remain remains used yet later last next early late earlier near inside outside under stocks"
    " totalling totaling via because once this these those today tomorrow yesterday tonight help helps will aboard abroad east west north south"
    " sought began begin begins stood stand stands help flow flowed flew flown got get gets take took taken brought put kept keep keeps made make makes".split()
)


def _class_of(passage: Passage, run: list[Hit], name: Hit | None) -> tuple[ItemClass, bool]:
    """The class: that of the system named, unless the head word says it is ammunition, spare parts or training for it."""
    head = run[-1].entry
    if head.category == "weapon":
        head = next((hit.entry for hit in reversed(run) if hit.entry.category == "item_noun"), head)
    head_class: ItemClass = head.get("class")
    weak = bool(run[-1].entry.get("weak")) and name is None
    if name is None:
        if len(run) > 1 and run[-1].entry.get("weak"):
            return run[0].entry.get("class"), False
        return head_class, weak
    name_class: ItemClass = name.entry.get("class")
    word = passage.text[run[-1].start - passage.start : run[-1].end - passage.start].lower()
    if name is run[-1]:
        return name_class, False
    if name_class == "air_defence":
        return name_class, False
    if head_class == "ammunition" and name_class not in {"anti_armor", "missile", "small_arms"}:
        return "ammunition", False
    if head_class in {"training"} or word.startswith(("spare", "simulator", "maintenance")):
        return head_class, False
    return name_class, False


def _tail(passage: Passage, last: int, end: int, item_class: ItemClass) -> tuple[int, ItemClass]:
    """A phrase with "for" or "of" that says which thing is meant: "ammunition for HIMARS", "spare parts for the guns"."""
    tokens = passage.tokens
    if item_class not in _SUPPORTING or last + 1 >= len(tokens) or tokens[last].low not in {"for", "of"}:
        return end, item_class
    limit = tokens[last].end
    reached = end
    named: Hit | None = None
    for hit in passage.of("weapon", "item_noun"):
        if hit.start < limit:
            continue
        gap = passage.between(limit, hit.start)
        if len(gap) > 5 or any(token.low in _STOPS - {"the", "those", "these", "its", "their", "a", "an"} or not token.low[0].isalnum() for token in gap):
            break
        named = hit
        reached = hit.end
        break
    if named is None:
        if item_class == "training" and last + 1 < len(tokens):
            words = []
            for token in tokens[last + 1 : last + 6]:
                if not token.low[0].isalnum() or (words and token.low in _STOPS):
                    break
                words.append(token)
            if words and words[-1].low.endswith("s"):
                return words[-1].end, item_class
        return end, item_class
    index = passage.token_at(reached)
    while index < len(tokens) and tokens[index].low in _HEADS:
        reached = tokens[index].end
        index += 1
    if named.entry.get("class") == "air_defence" and item_class == "ammunition":
        return reached, "air_defence"
    return reached, item_class


def _single(passage: Passage, start: int, run: list[Hit], head_word: str) -> Quantity | None:
    """The one that "a" or "an" counts before a singular thing ("a Patriot air defense system"); mass nouns count nothing."""
    index = passage.token_at(start)
    before = passage.tokens[index - 1] if index else None
    if before is None or before.low not in {"a", "an"} or _is_plural(head_word):
        return None
    head = run[-1].entry
    if head.get("class") in {"training", "financial", "other"} or head_word.lower() in _PORTIONS:
        return None
    words = [token.low for token in passage.between(start, run[-1].end)]
    if any(word in _VAGUE_COLLECTIVES for word in words):
        return None
    return Quantity(value=Decimal(1), start=before.start, end=before.end)


_VAGUE_COLLECTIVES: Final = frozenset("number stock range variety mix series package supply batch array fleet quantity consignment shipment".split())


def _joined(passage: Passage, things: Sequence[Thing]) -> list[Thing]:
    """Coordinations under one head as one thing: "Javelin and AT-4 anti-armor systems", "Spare parts and additional equipment"."""
    text, base = passage.text, passage.start
    out: list[Thing] = []
    for thing in reversed(things):
        if out:
            after = out[-1]
            gap = text[thing.end - base : after.start - base].strip()
            if gap in {"like the", "such as the", "like", "such as"} and after.named and after.quantity is None and not thing.named and not thing.generic:
                out[-1] = replace(thing, end=after.end, designation=after.designation, named=True)
                continue
            listed = gap in {",", ", and", ", or"} and _is_attributive(text, base, thing)
            if (gap in {"and", "or", "&", "and/or"} or listed) and _shares_head(text, base, thing, after):
                keep = after if thing.item_class != after.item_class and not thing.named else thing
                out[-1] = replace(
                    after,
                    start=thing.start,
                    quantity=thing.quantity,
                    item_class=keep.item_class if keep.named else after.item_class,
                    designation=thing.designation or after.designation,
                    weak=after.weak and thing.weak,
                    definite=thing.definite,
                    named=thing.named or after.named,
                )
                continue
        out.append(thing)
    return out[::-1]


def _is_attributive(text: str, base: int, thing: Thing) -> bool:
    return not thing.named and text[thing.core - base : thing.end - base].lower() in _ATTRIBUTIVE


def _shares_head(text: str, base: int, left: Thing, right: Thing) -> bool:
    left_words = text[left.start - base : left.end - base].lower().split()
    right_words = text[right.start - base : right.end - base].lower().split()
    if left_words[-1] == "parts" and left_words[0].startswith(("spare", "replacement")) and right_words[-1] in {"equipment", "items", "gear", "supplies"}:
        return True
    if right.quantity is not None or right_words[-1] not in _SHARED_HEADS or len(right_words) < 2:
        return False
    if not left.named and right_words[-1] not in _FIRED_HEADS:
        return False
    if left.named:
        return right.named and left_words[-1] not in _HEADS and not _is_plural(left_words[-1])
    return left_words[-1] in _ATTRIBUTIVE


_FIRED_HEADS: Final = frozenset("round rounds shell shells ammunition munition munitions projectile projectiles system systems missiles equipment".split())
_ATTRIBUTIVE: Final = frozenset(
    "artillery mortar tank grenade rocket howitzer rifle pistol drone missile aircraft helicopter vehicle defense defence disposal armor anti-armor"
    " anti-tank surface-to-air air-to-air infantry medical food hygiene shelter counter-battery counter-artillery radar launcher gun".split()
)
