"""How the time of reading and extracting grows on hostile texts: one trigger repeated through a whole document.

    python benchmarks/hostile.py [--sizes 5 20 80] [--shape WORDS] [--limit 20] [--slowest 40]

Each trigger (amounts, opening quotes without end, weapons, pronouns, brackets …) is laid out as one long sentence, as many
sentences, as list items and as paragraphs, behind an opening that puts the text on the subject. Prints processor seconds by
size in kB and the exponent of growth between the last two sizes (1 is linear); "over" is a reading stopped at the limit.
"""

from __future__ import annotations

import argparse
import math
import signal
import time
from collections.abc import Callable
from types import FrameType

from briefing_tui.extracting import Extractor
from briefing_tui.reading import ReadingError, read_bytes

OPENING = (
    "WASHINGTON, Nov. 20, 2024 — The United States announced a $275 million military aid package for Ukraine, including "
    "antipersonnel mines. Russian missiles struck Kyiv on Tuesday and the U.S. Embassy closed. Norwegian Foreign Minister "
    "Espen Barth Eide condemned the attack.\n\n"
)
TRIGGERS = {
    "amount": "$1 million for Ukraine, ",
    "amounts": "$5 million ",
    "amount from giver": "€3 million from Germany and ",
    "giving": "Canada gave Ukraine $5 million and ",
    "pledged": "pledged $5 million, ",
    "parts": "including $5 million for demining, ",
    "conversion": "€5 million ($6 million) ",
    "sentence of aid": "Germany delivered 10 Leopard 2 tanks to Ukraine, ",
    "weapons": "HIMARS, Patriot missiles, ",
    "weapons and": "Javelins and Stingers and ",
    "counted weapons": "10 tanks, 20 howitzers and 5,000 shells, ",
    "weapon delivered": "tanks delivered ",
    "delivery of": "delivery of tanks ",
    "relief goods": "food, blankets, generators, medicine, ",
    "numbers": "twelve (12) ",
    "bare numbers": "12 ",
    "ranges": "10 to 20 ",
    "number words": "one hundred thousand and ",
    "opening quotes": "“We condemn ",
    "straight quotes": '"we condemn" ',
    "closing quotes": "war” ",
    "quotes": "“We condemn this attack,” he said, ",
    "quote without comma": "called it “reckless” and ",
    "guillemets": "«",
    "states": "Ukraine, Russia, Norway, ",
    "states and": "Ukraine and Russia and ",
    "possessive": "Ukraine’s Russia’s ",
    "demonyms": "Russian Ukrainian ",
    "names": "Espen Barth Eide, ",
    "new names": "John {n} Smith{n}, ",
    "surnames": "Eide said Putin said ",
    "unknown acronyms": "the Baltic Institute (BI) ",
    "capitals": "Alpha Beta ",
    "initials": "U.S. U.K. ",
    "offices": "Foreign Minister ",
    "minister of": "the minister of defence of the president of ",
    "pronouns": "he said it ",
    "they": "they and their ",
    "we": "we condemn, we support, ",
    "points back": "the ministry and the group ",
    "possessive pronouns": "his their its our ",
    "dates": "on November 17, 2024, ",
    "weekdays": "on Tuesday, ",
    "relative dates": "two days ago, last week, ",
    "months": "May ",
    "times": "at 5 p.m. ",
    "commas": ", ",
    "letters and commas": "a, ",
    "and": "and ",
    "that": "that ",
    "of the": "of the ",
    "brackets open": "(",
    "brackets": "(()) ",
    "square brackets": "[ ",
    "bracketed words": "(Ukraine) ",
    "dashes": "— Ukraine — ",
    "colons": "Ukraine: ",
    "semicolons": "Russia struck Kyiv; ",
    "strikes": "Russia struck Kyiv and ",
    "struck": "struck ",
    "noun strikes": "missile strikes on Kyiv, ",
    "places": "Kyiv, Kharkiv, Odesa, ",
    "in places": "in Kyiv in Kharkiv ",
    "casualties": "killing 5 people and wounding 10, ",
    "killed": "killed ",
    "shot down": "shot down 50 drones and ",
    "fired": "Russia fired 100 drones at Kyiv, ",
    "embassy": "closed its embassy in Kyiv, ",
    "expelled": "expelled diplomats, ",
    "sanctions": "imposed sanctions on Russia, ",
    "condemns": "condemned the attack and ",
    "Norway condemned": "Norway condemned Russia, ",
    "support": "support for Ukraine, ",
    "according to": "according to Reuters, ",
    "said": "said ",
    "X said": "Eide said that ",
    "would": "would have been ",
    "not": "not ",
    "if": "if Russia attacks Kyiv, ",
    "allies assess": "analysts warn that the move could ",
    "which": "which ",
    "which Russia": ", which Russia said ",
    "fell": "ruined {n} ",
    "full stops": ". ",
    "stops": "No. ",
    "ellipsis": "… ",
    "bangs": "!? ",
    "digits": "1",
    "commas in digits": "1,000,000,",
    "dollars": "$",
    "dots": "a.",
    "hyphens": "long-range-",
    "apostrophes": "’s ",
    "spaces": " ",
    "tabs": "\t",
    "accents": "İ ",
    "joined": "e\u0301",
    "markup": "<b>",
    "links": "https://a.example/b ",
    "stars": "**",
    "hashes": "# ",
    "pipes": "| ",
    "mixed": "Germany gave Ukraine $5 million and 10 tanks, “a win,” Eide said on Tuesday, as Russia struck Kyiv, ",
}


def repeat(trigger: str, size: int) -> str:
    """`trigger` over and over, `size` code points in all; "{n}" in it counts."""
    if "{n}" not in trigger:
        return trigger * (size // len(trigger))
    return "".join(trigger.replace("{n}", str(number)) for number in range(size // len(trigger)))


BREAKS: dict[str, Callable[[str, int], str]] = {
    "sentence": repeat,
    "sentences": lambda trigger, size: repeat(f"The {trigger.strip(' ,')}. ", size),
    "items": lambda trigger, size: "The package includes:\n" + repeat(f"- {trigger.strip(' ,')}\n", size),
    "paragraphs": lambda trigger, size: repeat(f"{trigger.strip(' ,')}.\n\n", size),
    "lines": lambda trigger, size: repeat(f"{trigger.strip()}\n", size),
    "bullets": lambda trigger, size: repeat(f"• {trigger.strip()} • \n", size),
    "headings": lambda trigger, size: repeat(f"{trigger.strip(' ,').title()}\n\nText of it.\n\n", size),
    "introductions": lambda trigger, size: repeat(f"The {trigger.strip(' ,')}:\n- One\n", size),
}
KILOBYTE = 1000


class Over(BaseException):
    """A reading took longer than the limit."""


def main() -> None:
    """Measure and print, the steepest growth first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5, 20, 80], help="kB of text")
    parser.add_argument("--shape", default="", help="only shapes whose name holds these words")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds after which a reading is stopped")
    parser.add_argument("--slowest", type=int, default=40, help="how many shapes to print")
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, stop)
    extractor = Extractor()
    rows = []
    for layout, lay_out in BREAKS.items():
        for name, trigger in TRIGGERS.items():
            shape = f"{name}, as {layout}"
            if options.shape in shape:
                times = [seconds(extractor, OPENING + lay_out(trigger, size * KILOBYTE), options.limit) for size in options.sizes]
                rows.append((times[-1], exponent(times, options.sizes), shape, times))
    rows.sort(reverse=True)
    print(f"{'shape':40}" + "".join(f"{size:>8} kB" for size in options.sizes) + "  growth")
    for _, growth, shape, times in rows[: options.slowest]:
        print(f"{shape:40}" + "".join(f"{show(time):>11}" for time in times) + f"  {growth:6.2f}")


def seconds(extractor: Extractor, text: str, limit: float) -> float:
    """Processor seconds from bytes to records; infinite over the limit."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    begun = time.process_time()
    try:
        extractor.extract(read_bytes(text.encode(), name="hostile.txt"))
    except Over:
        return math.inf
    except ReadingError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return max(time.process_time() - begun, 0.001)


def stop(_signal: int, _frame: FrameType | None) -> None:
    """Break the reading off."""
    raise Over


def exponent(times: list[float], sizes: list[int]) -> float:
    """The power of the size that the time grows with, between the last two sizes."""
    if len(times) < 2 or math.inf in times[-2:]:
        return math.inf if times[-1] == math.inf else 0.0
    return math.log(times[-1] / times[-2]) / math.log(sizes[-1] / sizes[-2])


def show(time: float) -> str:
    """Seconds, or "over"."""
    return "over" if time == math.inf else f"{time:.2f} s"


if __name__ == "__main__":
    main()
