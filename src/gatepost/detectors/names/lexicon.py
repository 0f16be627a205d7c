"""The words that make a name doubtful, and the words that make it sure. The lists are package data, compiled by
us."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def categories(name: str) -> dict[str, str]:
    """The words of `words/NAME.txt`, each with its category (date, place, word, first)."""
    found: dict[str, str] = {}
    for line in _lines(name):
        category, _, words = line.partition(":")
        for word in words.split():
            found.setdefault(word, category)
    return found


_BEGINS_SENTENCES = _words("will an so to do in on my al am as be by he it me no of oh or us we can may")


def begins_sentences(first_name: str) -> bool:
    """Whether a first name is a time of the year as well, or a word with which any sentence may begin.

    So “Summer” and “Will” with a capital tell of nobody, where “Grace” and “Jack” do beside a picture of theirs.
    """
    name = first_name.lower()
    return name in _BEGINS_SENTENCES or categories("first").get(name) == "date"


@cache
def beside() -> frozenset[str]:
    """Words that stand in capitals beside a name without being part of it."""
    return word_list("beside")


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of `words/NAME.txt`, where the list has no categories."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """First names with the short forms that they are usual with (`jessica: jess jessie`)."""
    pairs = (line.partition(":") for line in _lines("short"))
    return {long: tuple(shorts.split()) for long, _, shorts in pairs}


def _lines(name: str) -> list[str]:
    text = files("gatepost.detectors.names").joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


TITLES = _words("mr mrs miss ms mx dr prof professor sir madam mme rev revd reverend cllr fr")
# These make a name somebody else's, but a pupil may stand after them with the whole name ("Lady Oliver Hartley", no).
STYLES = TITLES | _words("king queen prince princess saint st storm hurricane lord lady dame pope father uncle aunt")
STYLES |= _words(
    "auntie emperor empress tsar president inspector detective coach nurse matron sergeant constable mayor"
)
STYLES |= _words("mayoress canon deacon bishop archbishop colonel general major lieutenant admiral chancellor minister")

# Directly before a name: praise, thanks, authorship, an award, a role.
PRAISE = _words(
    """congratulations congrats done thanks thank birthday proud shoutout shout bravo hooray hurrah hurray kudos
    welcome
    mention mentions meet introducing applause woohoo wow yay huge luck go come goodbye farewell praise credit
    respect"""
)
MAKER = _words("by from with goes awarded presented given for featuring joined beside alongside against beat")
ROLE = _words(
    """captain winner winners star pupil pupils student students mvp runner champion champions scorer goalscorer
    artist
    author poet prefect ambassador reader writer boy girl friend brother sister twins twin siblings goalkeeper keeper
    swimmer gymnast dancer singer soloist violinist pianist drummer leader monitor librarian councillor striker
    cricketer footballer athlete golfer boxer finalist mathematician scientist chef baker designer engineer novelist
    leavers leaver classmate classmates teammate teammates headgirl headboy little son daughter grandson year-old"""
)
FILLER = _words(
    """to our the you all lovely amazing brilliant fantastic very own super superstar wonderful fabulous talented both
    also is of on a an another this week weeks month s year years class in reception nursery form deputy head vice
    young former current fellow proud day award special big huge massive so much well many more again it best its
    pupil student star goes particularly especially excellent incredible dear one two three four five six seven eight
    nine ten eleven our their his her my your gold silver bronze first second third"""
)
# Directly after a name: what a person does, in the words of captions.
PERSON_VERBS = _words(
    """won wins win winning scored scores scoring said says took takes made makes came comes ran runs swam swims
    played
    plays baked bakes achieved achieves received receives earned earns completed completes finished finishes raised
    raises wrote writes drew draws painted paints designed designs sang sings performed performs led leads joined joins
    showed shows explained explains told tells loved loves enjoyed enjoys helped helps worked works placed broke breaks
    represented represents captained qualified qualifies smashed passed passes collects collected built builds created
    creates demonstrated impressed impresses practised practises learned learnt investigated discovered presented
    presents added thinks thought wanted wants tried tries shared shares chose chooses bagged scooped claimed secured
    landed lifted crossed threw throws jumped jumps kicked saved saves bowled batted cycled danced dances spoke speaks
    read reads recited chaired interviewed met visited picked planted grew rode climbed swept stole delivered netted
    clinched retained defended topped gained gains beat beats beams beamed smiled smiles held holds holding lost loses
    missed joins moved moves reached reaches who whose whom aged age got gets gave gives went goes carried wore wears
    knows knew found finds used uses writing reading holding showing making playing painting running helping enjoying
    dressed celebrating celebrated celebrates taking wearing working receiving collecting accepting accepted
    competed competes competing trained trains volunteered nominated selected awarded crowned named chosen looked looks
    asked asks replied wowed dazzled excelled excels deserves deserved stars starred shines shone bringing brought
    did does has had is was hopes started starts dedicated devoted organised knitted sewed cooked decorated
    hit hits sealed seals grabbed grabs opened levelled equalised headed volleyed tapped converted struck fired
    doubled slotted curled dived tackled
    sprinted caught bowls dropped squared persevered mastered solved answered counted measured followed tops
    lifts sets set nailed aced trying beamed"""
)
WEAK_VERBS = _words(
    "been is was has had did does set read found gave gives brought looked looks used uses reading shows hopes"
)
# What only players do: enough for a surname that is also a trade or a thing (`Walker scored`, not `Hall opened`).
ACTS = _words(
    """scored scores netted nets hit hits struck bagged bags bowled bowls batted lifted lifts saved saves headed
    heads volleyed
    equalised levelled won wins finished finishes kicked tackled sprinted jumped threw swam ran beat clinched
    slotted curled
    fired tapped converted scooped grabbed sealed qualified smashed broke crossed captained caught dived rode placed"""
)
# Surnames that a colour, a season or a house bears more often than a pupil does.
NO_ACTS = _words(
    """green brown black white gray grey gold silver scarlet spring summer winter snow rain frost storm church
    school house
    day night week may march young king park hall team reading light sun"""
)
WEAK_VERBS |= _words("started starts named goes comes came follows who whose")
WORK_NOUNS = _words(
    """work artwork poem story picture painting drawing model project goal goals try hat performance solo record medal
    score time effort writing handwriting reading book speech letter poster design idea cake print sculpture
    song mum dad
    mother father parents family brother sister gran nan grandma grandad teacher team first second third amazing
    brilliant fantastic wonderful lovely incredible beautiful excellent stunning superb great hard own winning face
    smile birthday hair trophy certificate prize award essay report diary review turn name photo photograph costume
    entry response answer presentation science maths art experiment race run swim dance sketch collage clay superb"""
)
# What follows a name that is really a title, a place, a thing or a festival.
THINGS = _words(
    """street road lane avenue close drive way crescent terrace house hall park hill bay valley bridge station line
    hospital ward farm wood woods school academy college primary infants juniors museum gallery centre theatre church
    chapel cathedral castle palace tower stadium arena gardens garden square market island islands beach river lake
    sea cup trophy shield award awards prize prizes scheme foundation trust fund appeal ltd limited plc sons
    bank holiday term half sunday monday tuesday wednesday thursday friday saturday fair fayre fete camp camps club
    juice tea cake cakes bread soup pie leaf tree trees petals flower flowers bush light lights musical film movie novel
    twist united city town rovers wanderers athletic albion fc rfc cc afc uniform catering coaches travel theatre"""
)
SHOWS = _words(
    """production performance musical show play film movie watched watching watch read reading novel book books story
    tale cast tickets ticket rehearsals rehearsal rehearsing pantomime panto ballet opera character characters studying
    studied study text texts storm hurricane streets poem song statue legend myth adventures trip visit author called
    monarch king queen saint patron"""
)
# Colours, trees and gems are what schools call their classes and houses; these words say that one is meant.
GROUPS = _words("house houses class classes colour colours team teams points group weather warning bank cave cup")
# Writers, scientists and statesmen of everybody's lessons: a surname beside one of them is another of them.
FAMOUS = _words(
    """attlee disraeli gladstone cromwell shakespeare bronte dickens seacole nightingale austen newton
    darwin einstein pankhurst columbus caesar nelson brunel curie lovelace turing braille blyton mandela gandhi tubman
    churchill wordsworth keats tennyson byron shelley dahl picasso monet mozart beethoven bach handel chaucer
    orwell steinbeck wilberforce marlowe faraday hawking attenborough wollstonecraft hobbes rousseau marx freud piaget
    milgram auden heaney hockney warhol kahlo matisse hitler stalin mussolini roosevelt"""
)
# Offices and ranks: `the King's Speech` is no pupil's.
OFFICES = _words("king queen prince princess bishop dean duke judge major earl baron pope saint knight page star angel")
ANIMALS = _words(
    """dog dogs puppy cat kitten guinea rabbit hamster tortoise bear elf reindeer snowman dragon mascot lion spaniel
    labrador cockapoo poodle retriever gerbil fish goldfish chicken hen duck pony horse donkey gecko snake parrot lizard
    teddy robot caterpillar butterfly owl penguin fox hedgehog giraffe tank cow sheep lamb goat pig fairy storm tree"""
)
CONNECTORS = _words("and with plus n")
PLACE_BEFORE = _words(
    "in at near to from visiting visited visit via of around through explore explored exploring across"
)
