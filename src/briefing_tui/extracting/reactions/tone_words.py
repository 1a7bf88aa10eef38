"""Everyday words by the light they put a thing in: bright, dark or of affliction. See `tones`.

Reasoning: words of no opinion of their own that quoted officials, fighters and relief workers use when they are pleased, angry or afraid.
"""

from __future__ import annotations

from typing import Final

from briefing_tui.model.patterns import compile_later

WORD: Final = compile_later(r"[^\W\d_]+(?:'[a-z]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BRIGHT: Final = _words(
    "agreement agreed agree cooperation contribute contribution friend friends partner partners partnership ally allies alliance brother brothers "
    "brotherly together joint jointly united unity hope hopes hoped hoping confident confidence opportunity opportunities progress momentum improve "
    "improved improving improvement increase increasing important importance dialogue ready readiness prepared willing willingness available deliver "
    "delivering delivery delivers provide providing send sending supply supplying invest investing investment rebuild resilience resilient capability "
    "capabilities capacity secure security safe safety freedom free democracy peace peaceful stability stable quiet great strong big huge effective "
    "quickly swift swiftly fast win winning defend defending protect protecting help helps helping helped support supporting assist shared common mutual "
    "trust interests relations ties bond proud achieve achieved achievement forward future new narrowing credible earned deserves owe repay soldiers "
    "arithmetic difference decisive crucial vital essential key fresh smart clever true real genuine honest fair just noble grandchildren chose "
    "comeback breakthrough ahead succeed success hero heroes brave gift powerful"
)
DARK: Final = _words(
    "not don't doesn't didn't can't isn't aren't wasn't never no nothing none nobody neither only alone without instead lack lacks lost lose loses losing "
    "fail failed fails wrong bad problem problems mistake mistakes enemy enemies hate hatred kill kills killing destroy destroys destroying destruction "
    "burn burning bomb bombs bombing bombed attack attacks attacking invade invaded invasion occupy occupied occupation steal stealing stole stolen "
    "terrorist terrorists criminal criminals murder gangs thugs bandits tyrant dictator dictators puppet puppets foreign mercenaries imperial colonial war "
    "wars interfere interfering force forced against impossible useless pointless empty late slow why nonsense absurd ridiculous laughable pretext game "
    "games theatre theater stunt any lecture lecturing lectures warlords warlord arming hysterical hysteria hitler farce cynical blood bloody "
    "graveyard capitulation handed lied liar liars cheat robbed bury buried debt trample dressed cover wash ashes flames knife poison poisoned "
    "dirty ugly cheap weak coward cowards stupid silly madness mad insane sick evil dark darkness death deaths dead mildew rotten rot corpse corpses "
    "ruins rubble rape loot looted looters blame guilty shame ashamed proxy stooge lackey vassal colony slave slaves prison cage siege starve starving "
    "ground nowhere anymore hostile aggression aggressor aggressive excuse blackmail threat threats bully dictate dictates impose imposed trick tricks trap "
    "nightshift veto once again true face"
)
AFFLICTED: Final = _words(
    "people children families mothers patients hospital hospitals shelter shelters displaced homeless winter cold exhausting exhausted hungry thirsty sleep "
    "sleeping wounded dying die suffer suffers suffered tears crying screaming pressure unclear unpredictable tense tension tensions instability "
    "chaos next fear feel felt uncertain risky worse worst beds bed surgeons doctors nurses medicine medicines water bread food babies baby orphan "
    "orphans alone listen listening afraid scared lonely grief lives homes villages tents tent mud dark night nights bodies funeral funerals coincidence worries "
    "worried hyena precipice edge pushed trapped running"
)
