"""Closed word classes that tell names from other words: articles, pronouns, particles, words that are never names."""

from typing import Final

ARTICLES: Final = frozenset(
    "the a an this that these those some several many most all both other another each every any no such various certain".split()
)
PRONOUNS: Final = {
    **dict.fromkeys("he she they it we i him them us me himself herself themselves itself".split(), "r"),
    **dict.fromkeys("his her its their our my whose".split(), "p"),
}
PREPOSITIONS: Final = frozenset(
    "in at on to for from by with near against over under into between among about across after before during since toward "
    "towards including despite amid within outside inside beyond alongside following without behind through per via until "
    "upon around off onto throughout regarding concerning besides versus vs ahead along above below".split()
)
NUMBERS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred dozen dozens scores hundreds thousands couple twenty-one "
    "twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty-one thirty-two "
    "thirty-three thirty-four thirty-five thirty-six thirty-seven thirty-eight thirty-nine".split()
)
ADJECTIVES: Final = frozenset(
    "senior assistant associate junior former deputy top unnamed anonymous acting outgoing incoming interim ex then chief leading local regional "
    "international foreign western european eastern southern northern nordic baltic arab african asian islamic muslim "
    "humanitarian military civilian political diplomatic independent state national federal governmental presidential "
    "parliamentary congressional republican democratic conservative liberal labour socialist far-right left-wing right-wing "
    "ruling opposition "
    "new newly-appointed newly recently then-acting long-time longtime veteran current first second pro-government "
    "pro-western pro-kremlin hardline hard-line moderate prominent influential exiled jailed imprisoned detained ousted "
    "allied neighbouring neighboring friendly rival hostile major many more other own high-ranking high-level top-level "
    "unidentified undisclosed nuclear joint special permanent general private large smaller small poor wealthy rich "
    "central self-styled self-proclaimed so-called main elite regular armed paramilitary naval ground air rebel militant "
    "iran-backed iranian-backed kurdish kurdish-led russian-backed russian-installed saudi-led us-led u.s.-led "
    "russian-appointed moscow-backed moscow-installed israeli-occupied internationally-recognised "
    "internationally-recognized recognised recognized internationally-backed de-facto de facto transitional "
    "occupied occupying besieged embattled battlefield front-line frontline south north west east latin "
    "caribbean gulf mediterranean scandinavian balkan transatlantic euro-atlantic sub-saharan global world like-minded "
    "tribal religious catholic orthodox jewish christian druze alawite sunni shia shiite shi'ite tuareg palestinian-american "
    "leftist rightist populist centrist nationalist reformist islamist veteran outspoken firebrand billionaire autocratic authoritarian "
    "ultranationalist far-left hard-right centre-right center-right centre-left center-left left-leaning right-leaning long-serving "
    "democratically-elected army-backed army-led military-led military-run jihadist extremist secular pro-european pro-democracy "
    "anti-war anti-government re-elected newly-elected "
    "muslim-majority christian-majority arab-majority shia-majority sunni-majority serb-majority kurdish-majority russian-speaking "
    "communist maoist marxist masked hooded suspected alleged unknown heavily-armed heavily lightly-armed disguised uniformed angry "
    "stone-throwing riot mounted undercover plainclothes foreign-backed government-backed ethiopian-backed rwandan-backed rwanda-backed "
    "turkish-backed turkey-backed pro-regime anti-regime anti-junta pro-junta pro-turkish pro-iranian al-qaeda-linked isis-linked "
    "crown supreme grand honorary resident internationally arabic-language english-language persian-language russian-language".split()
)
PARTICLES: Final = frozenset(
    "van der den de la di da dos das do von zu bin ibn al el ben abu umm ter ten du le af av dan".split()
)
PARTICIPLES: Final = frozenset(
    "backed led made held occupied controlled allied aligned sponsored supported owned run born built based supplied funded "
    "trained installed appointed donated designed language speaking era style linked wide bound friendly registered flagged "
    "brokered mediated mandated administered annexed produced provided operated related facing mediated".split()
)
NAME_HEADS: Final = frozenset(
    "ministry institute institution agency committee commission council centre center foundation union party group watch "
    "international organization organisation association authority department office bureau federation league alliance coalition "
    "movement front brigade brigades battalion regiment corps company corporation bank fund university college network forum "
    "society trust service forces command directorate observatory court tribunal assembly "
    "congress parliament senate academy laboratory lab partners relief monitor mission secretariat "
    "consortium chamber board guard fleet squadron church patriarchate synod hospital press news times post journal "
    "ltd inc plc gmbh holdings industries airlines airways shipping militia hospitaller legion administration "
    "police army navy".split()
)
NEVER_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december "
    "the a an and but or so yet if when while as since because although though after before during until unless once whether "
    "however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence instead also still now then here there "
    "today yesterday tomorrow tonight earlier later recently currently separately additionally finally again overall "
    "what which who whom whose where why how this that these those such some many most few several both all each every any no "
    "none not only just even never always often he she it they we you i his her its their our your my in on at by for from to "
    "of with without within under over into onto near since between among amid against across about above below around "
    "according following despite including regarding given asked speaking responding commenting writing citing referring "
    "addressing announcing noting adding calling saying warning on upon through throughout toward towards via "
    "is are was were be been being has have had do does did can could will would shall should may might must let "
    "one two three four five six seven eight nine ten dozens hundreds thousands millions first second third last next "
    "more less other another same new old good great big small high low early late long short further several "
    "photo video file image credit source editor advertisement copyright share read click watch listen subscribe breaking live "
    "update updated key points background context summary statement joint press release fact sheet readout remarks transcript "
    "report reports day week month year morning evening night god allah thank thanks yes please dear "
    "chapter section article annex table figure page appendix title act bill resolution treaty convention protocol charter "
    "operation war peace agreement accord deal summit meeting festival cup games olympics championship "
    "north south east west northern southern eastern western central "
    "christmas easter ramadan eid passover hanukkah nowruz yom kippur independence victory memorial "
    "people nobody everyone anyone everybody someone nothing everything something "
    "government president minister secretary officials official sources residents police troops forces soldiers military "
    "russians military civil defense defence security intelligence energy economic humanitarian food water fuel oil gas "
    "missile missiles drone drones tank tanks rocket rockets air strike strikes attack attacks ceasefire truce "
    "ukraine-russia twitter x internet web covid covid-19 article islam christianity judaism muslim muslims christian christians "
    "jewish jews jew arab arabs kurdish kurds sunni shia shiite shiites western european europeans asian african latin english "
    "nazi nazis soviet communist communism republican republicans democrat democrats "
    "mr mrs ms dr sir lord lady madam street road avenue square bridge river lake sea ocean gulf bay strait mountain mount hill "
    "airport port base airbase airfield station plant hospital school university church mosque cathedral museum stadium prison "
    "region province district oblast county city town village island islands peninsula valley desert border crossing corridor "
    "ok okay despite similarly likewise consequently accordingly ultimately notably importantly specifically indeed "
    "eight-day iron dome patriot".split()
)
NAMESAKES: Final = frozenset(
    "hill lake rivers church park power price young may march day early long read good little strong small short bright law west north "
    "east south street bridge field fields wood woods stone ford hall bush rice snow winter summer frost storm rose king bishop pope "
    "christian jordan washington france england holland ireland chad israel".split()
)
"""Words that are also family names, where a title or a title and a first name stand before them."""
CHARGES: Final = frozenset(
    "rehabilitation education immigration agriculture transport transportation health trade energy environment justice labour labor "
    "tourism science culture sport sports infrastructure planning finance industry communications information housing welfare mining "
    "minerals fisheries forestry irrigation resettlement reconciliation reconstruction development migration citizenship veterans "
    "refugees aid cooperation settlement disaster relief digital climate innovation research oil petroleum electricity water "
    "parliamentary home foreign external internal interior defence defense security international".split()
)
"""What ministers are for, also in capitals: "Minister for Rehabilitation Jayalath Jayawardena"."""
ACRONYM_WORDS: Final = frozenset("am pm gmt utc est edt cet tv uk-based ai ceo pdf url fact faq gdp covid ied".split())
US_STATE_CONTEXT: Final = {
    "GEO": (
        " state Univ",
        " Tech",
        " Republican",
        " Democrat",
        " Gov",
        " Senate",
        "enator from ",
        "ocrat from ",
        "ublican from ",
        "overnor of ",
        "ctor from ",
        "Atlanta, ",
        "Savannah, ",
        "n Bulldogs",
        " Power",
    ),
    "JOR": (
        "Michael ",
        "Jim ",
        "Hamilton ",
        "Neil ",
        "Robert ",
        " Peterson",
        " Pickford",
        " Spieth",
        " Peele",
        "Rep. Jim ",
        "Vernon ",
        "Barbara ",
        " Bardella",
        "Ohio)",
    ),
    "USA": ("George ", "Denzel ", " state ", " Post", " Times", " Monument", " Examiner", "Kerry ", "Booker T. "),
    "TCD": ("Rep. ", "Senator ", "Sen. ", "actor ", " Smith", " Johnson", "Lake ", "Rev. "),
    "JEY": ("New ", "South ", "North ", "Central ", " City", " Shore"),
    "LBN": (", Pa", ", Pennsylvania", ", N.H", ", Ohio", ", Tenn"),
    "PER": (", Ind",),
    "POL": (", Ohio",),
    "GBR": ("New ", "Jill ", "Paula "),
    "ISR": ("Steve ", "Rabbi "),
    "FRA": ("Anatole ", "Barney "),
    "CHN": (" Sea", "South ", "East "),
}
