"""Words that end in a full stop without ending a sentence, by how they do so. Written without their last stop.

The lists are English newswire and government usage: ranks and titles as printed by the AP Stylebook, months, the
traditional abbreviations of US states in by-lines of members of Congress, and the small change of citations.
"""

from __future__ import annotations

from typing import Final

BEFORE_A_NAME: Final = frozenset(
    """
    Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt Pfc Brig Sen Sens Rep Reps Gov Govs Lieut Pres Amb Sec
    Rev Hon Supt Insp Det Fr Msgr Mme Mlle Messrs Del Dels Asst Assoc Dep Spc Spec Ens Atty Min Eng Comdr Wg Sqn Flt RAdm VAdm
    Maj-Gen Lt-Gen Lt-Col Brig-Gen Vice-Adm Rear-Adm Gens Profs Drs Mt Ft Pte Ald Cllr Sr-Col Mag Eur
    """.split()
)
"""Titles: what follows is a name, whatever it looks like."""

BEFORE_MORE: Final = frozenset(
    """
    e.g i.e cf viz vs v approx ca c incl excl esp resp q.v a.k.a aka d/b/a f/k/a sc ibid op b n.b N.B c.f Cf Approx Eg Ie E.g I.e
    """.split()
)
"""Words that never end a sentence."""

MONTHS_AND_DAYS: Final = frozenset(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """.split()
)
"""Months and weekdays cut short: "Jan. 14", "in Oct. Hamas attacked"; a day before the month lets the sentence end."""

BEFORE_A_NUMBER: Final = frozenset(
    """
    No Nos no nos Art Arts art Sec Secs sec Sect sect Para para Paras paras Ch ch Chap Vol vol Vols Fig fig Figs p pp P Pp Reg Res Doc
    Pub Pt pt Op Bk Ed Rev Rs Tk Tel tel Ext ext Ph Div Sub Subsec subsec Cl cl Tab Annex Stat Sch Add Corr Approx HR
    """.split()
).union(MONTHS_AND_DAYS)
"""Words that end in a stop before a figure ("No. 5", "Jan. 14"); before a word the stop ends the sentence."""

UNLESS_A_SENTENCE_OPENS: Final = frozenset(
    """
    Inc Ltd Corp Co Cos Bros Jr Sr Esq Ph.D M.D M.P J.D M.A B.A LL.B D.Phil LLC Plc Pty Assn Dept Depts Univ Intl Natl Govt Est Mfg Bldg
    St Ste Ave Blvd Rd Hwy Sq Rte Gen Ret ret Cong Admin Comm Cmte Subcomm Dist
    Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Oreg Pa Penn
    Tenn Tex Va Vt Wash Wis Wyo Wisc Ont Que Man Sask Alta N.B.C Bn Bde Regt Sqdn Inf Arty
    mm cm km kg lb lbs oz ft in hr hrs min mins sec secs mi sq mph kph kt kts deg
    """.split()
) - {"in", "min", "sec", "mi", "Gen", "Man"}
"""Words that end a sentence only before a word that opens one ("… of Raytheon Corp. The firm …")."""

OPENERS: Final = frozenset(
    """
    The A An This That These Those It Its He She They We You I His Her Their Our Your My Here There Then Thus Therefore Today Tonight
    Yesterday Tomorrow Earlier Later Meanwhile However Moreover Furthermore Additionally Also And But Or Nor Yet So If When While Where
    Whether Although Though Because Since As After Before During Until Unless Once Despite Under Over With Without Within In On At By For
    From To Of Into Upon Among Between Both Each Every All Some Many Most Several Few Such Any No Not Nothing Neither Either Only Even
    Just What Why Who Whose Which How Asked Speaking According Instead Still Now Recently Since Following Citing Given Last Next Two Three
    Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions Nearly About Around More Less Other Others Another Let Please
    Thank Thanks Yes Well Again Like Through Throughout Together Never Nevertheless Nonetheless Indeed Finally First Second Third One Per
    Is Are Was Were Do Does Did Has Have Had Can Could Should Would Perhaps Maybe Rather Especially Separately Officials People
    It’s It's That’s That's There’s There's He’s He's She’s She's We’re We're They’re They're I’m I'm I’ve I've We’ve We've Don’t Don't
    """.split()
)
"""Words whose capital at this place can only mean that a sentence begins."""
