"""Words that end, open, spoil or share the noun phrases of items."""

from __future__ import annotations

from typing import Final

STOPS: Final = frozenset(
    "the this that these those its their his her our your my of in on at by for from with without to into onto toward towards against over under"
    " between among amid during before after since until while as than like about per via and or but nor so yet if when where which who whom whose"
    " what how why because although though unless whether is are was were be been being am has have had having do does did will would shall should"
    " can could may might must not no never none it they he she we i you them him us me there here then also too very just only even still already"
    " again soon now today tomorrow yesterday including include includes such both either neither all some any each every several many most few"
    " much enough more another other a an said says say told tells plus alongside along together despite except beyond within upon across through"
    " out up down off away back ready able set due use using ensure ensuring expand expanding strengthen strengthening improve improving enhance enhancing combat help helping helps make making give keep take"
    " bring let buy buying get see need needs want wants call provide deliver receive launch deploy develop produce acquire build maintain operate"
    " strengthened reduce reducing promote promoting protect protecting support supporting increase increasing offer whatever however meanwhile instead worth like unlike around n't let lets atop reconsider consider halt resume accelerate expedite facilitate sustain deny refuse allow permit".split()
)


OPENERS: Final = frozenset({"more", "other", "several", "many", "another", "extra", "most"})


NOT_ADJECTIVES: Final = frozenset(
    "said says told reports reported week month year monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december reuters".split()
)


MARKS: Final = frozenset({"-", "‑", "–", "/", "&", "'", "’", "."})


HEADS: Final = frozenset(
    "system systems battery batteries launcher launchers missile missiles round rounds shell shells interceptor interceptors unit units gun guns vehicle"
    " vehicles tank tanks jet jets fighter fighters helicopter helicopters aircraft plane planes drone drones rocket rockets munition munitions kit kits"
    " set sets rifle rifles radar radars boat boats device devices truck trucks bomb bombs mine mines howitzer howitzers weapon weapons equipment"
    " ammunition ammo carrier carriers transport transports transporters craft vessel vessels ship ships terminal terminals platform platforms"
    " capability capabilities component components part parts engine engines station stations module modules charge charges projectile projectiles"
    " technology warhead warheads asset assets supplies gear materiel hardware item items goods material materials tool tools service services machine"
    " machines product products packs tablets cartridge cartridges grenade grenades robot robots armor armour".split()
)


SHARED_HEADS: Final = frozenset(
    "system systems missile missiles round rounds shell shells ammunition munition munitions projectile projectiles launcher launchers bomb bombs"
    " jets jet aircraft vehicles tanks guns rockets rocket drones batteries interceptors howitzers helicopters weapons mines rifles radars equipment parts kits"
    " supplies barrels grenades components".split()
)


SPOILERS: Final = frozenset(
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


DELIVERIES: Final = frozenset(
    "delivery deliveries shipment shipments transfer transfers donation donations consignment consignments supply purchase purchases sale sales".split()
)


PORTIONS: Final = frozenset(
    "round rounds set sets ton tons tonne tonnes dose doses kilogram kilograms litre litres liter liters barrel barrels piece pieces box boxes"
    " number stock stocks batch consignment batteries battery package packages pallet pallets truckload truckloads lorryload lorryloads unit units model models version versions variant variants example examples"
    " pair pairs type types variety range array mix quantity quantities amount amounts gallon gallons crate crates can cans bag bags sack sacks bottle"
    " bottles load loads squadron squadrons fleet series stockpile container containers planeload planeloads trainload worth form forms kind"
    " kinds metric million thousand hundreds thousands dozens scores millions tens units portions portion servings parcel parcels"
    " trucks truck lorries lorry volley belt belts magazine magazines".split()
)


SUPPORTING: Final = frozenset({"ammunition", "equipment", "training", "financial", "other"})


GENERIC: Final = frozenset(
    "weapon weapons arms weaponry equipment ammunition ammo munition munitions aid supplies supply capability capabilities hardware materiel matériel kit gear assistance system"
    " systems support assets armament armaments arsenal military lethal non-lethal necessary more additional heavy modern advanced sophisticated critical"
    " much-needed other new western and defensive offensive relief humanitarian goods items essential vital foreign american further urgent emergency"
    " such needed some u.s. technology components parts defense defence security life-saving lifesaving training intelligence basic u.s.-made technical".split()
)


BEFORE_NUMBERS: Final = frozenset(
    "initial further additional extra another remaining first second new total fresh existing final last".split()
)


COUNTING: Final = frozenset(
    "round set dose unit piece item pair kit box pallet crate parcel bag sack truckload shipment tonne ton kilogram kg litre liter barrel gallon"
    " truck lorry planeload battery batch metric_ton package pack container".split()
)


AID_ADJECTIVES: Final = frozenset({"relief", "support", "help", "emergency", "loan", "training", "air", "defense", "defence"})


VERB_NOUNS: Final = frozenset(
    "fighting training tracking missile guided launch surface strike attack target support combat fire transport ground cover order supply gift close lead"
    " mine test guard land tank battle shell pilot air scout light heavy".split()
)


PARTICIPLES: Final = frozenset(
    "armored armoured used refurbished modernized modernised donated advanced guided tracked wheeled wire-guided unmanned uncrewed towed upgraded"
    " requested needed long-requested promised additional manned captured repaired seized related outdated unspecified undisclosed limited combined"
    " decommissioned retired mothballed shoulder-fired man-portable sophisticated longer-ranged long-ranged improved self-propelled propelled protected"
    " mechanized mechanised fortified dried canned tinned powdered prefabricated heated bottled refined chilled frozen insulated armed purchased bought"
    " fighting targeting training tracking jamming clearing bridging demining firefighting building cooking drinking heating engineering operating"
    " loitering flying landing hunting night-vision surveying receiving anti-tank detecting lifesaving life-saving sleeping washing winning living"
    " firing aging ageing remaining existing incoming outgoing exploding leading cutting-edge covering".split()
)


FOLLOWERS: Final = frozenset(
    "worth capable available currently similar designed needed sent given bought made built known able made-in headed bound en left used that which who"
    " came come go goes went arrive arrives reach reached remain remains used yet later last next early late earlier near inside outside under stocks"
    " totalling totaling via because once this these those today tomorrow yesterday tonight help helps will aboard abroad east west north south"
    " sought began begin begins stood stand stands help flow flowed flew flown got get gets take took taken brought put kept keep keeps made make makes".split()
)


VAGUE_COLLECTIVES: Final = frozenset(
    "number stock range variety mix series package supply batch array fleet quantity consignment shipment".split()
)


FIRED_HEADS: Final = frozenset(
    "round rounds shell shells ammunition munition munitions projectile projectiles system systems missiles equipment".split()
)


ATTRIBUTIVE: Final = frozenset(
    "artillery mortar tank grenade rocket howitzer rifle pistol drone missile aircraft helicopter vehicle defense defence disposal armor anti-armor"
    " anti-tank surface-to-air air-to-air infantry medical food hygiene shelter water sanitation nutrition health winter education power energy counter-battery counter-artillery radar launcher gun".split()
)
