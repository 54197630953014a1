"""The rules of good content, C101 to C129: for each, what breaks it and what it then says, and what does not."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from builders import (
    DIMENSIONS,
    a_concept,
    a_defence,
    a_dimension,
    a_milestone,
    a_question,
    a_reading,
    a_row,
    a_session,
    a_source,
    a_step,
    a_support,
    a_technique,
    a_therapy,
    a_vignette,
    a_way,
    a_wish,
    an_emphasis,
    an_evidence,
    write,
)
from psychodyn_cli.entries import (
    AnyEntry,
    Cell,
    Depth,
    Dimension,
    HeadToHead,
    InHundred,
    Neighbour,
    Price,
    Research,
    SchoolReading,
    Share,
    Turn,
)
from psychodyn_cli.reading import read
from psychodyn_cli.reading.rules import Content, faults_of

TODAY = date(2026, 2, 1)  # the day after everything built was reviewed
AN_ARTICLE = a_source(id="doe1999")
TURNED = "limits the wrong way round -> put the lower one first, minus signs and all"
OUTSIDE = "an estimate outside its interval -> look at its sign, and at those of the limits"


def faults(*entries: AnyEntry, today: date = TODAY, dimensions: tuple[Dimension, ...] = DIMENSIONS) -> list[str]:
    """What the rules say of these entries: `code place: what -> fix`."""
    found = faults_of(Content((a_reading(*entries, dimensions=dimensions),)), today)
    return [f"{one.code} {one.place.file.partition('/')[2]}: {one.what} -> {one.fix}" for one in sorted(found)]


def words(count: int) -> str:
    return " ".join(["go"] * count)


def a_pair(**changes: object) -> tuple[AnyEntry, AnyEntry]:
    """A defence, and the concept that each tells apart from the other."""
    back = Neighbour(entry="looking-away", difference="Looking away comes first.")
    return a_defence(**changes), a_concept(id="forgetting", confusable=(back,))


def a_concept_that_says(text: str) -> AnyEntry:
    return a_concept(meaning=text)


def a_concept_that_says_in_full(text: str) -> AnyEntry:
    return a_concept(full=Depth(history=text))


MIRROR = "techniques/mirroring.yaml"
STAGE = "concepts/the-inner-stage.yaml"
AWAY = "defences/looking-away.yaml"
HOME = "ways/staying-at-home.yaml"
EITHER = "say where options differ, or what holds for every therapist"
WALK = "therapies/walking-therapy.yaml"
FRIGHT = "evidence/stage-fright.yaml"
MEETING = "sessions/a-first-meeting.yaml"
DOTS = Turn(who="client", says="...")

HARD = "Complicated personality determination. " * 40  # 3 words, 14 syllables: 0.39 * 3 + 11.8 * 14 / 3 - 15.59 = 40.6
HARD_99 = "Complicated personality determination. " * 33
PLAIN = "The cat sat on the mat and the dog ran up to it. " * 10
LONG_WINDED = "The cat sat on the mat and the dog ran up to it and he ate the fish too. " * 8

BREAKS: dict[str, tuple[tuple[AnyEntry, ...], list[str]]] = {
    "C101: a 'short' of 31 words": (
        (a_technique(short=f"{words(31)}."),),
        [
            f"C101 {MIRROR}: 'short' has 31 words -> say it in 30",
            f'C102 {MIRROR}: a sentence of 31 words: "go go go go go go …" -> make two of it; 25 at most',
        ],
    ),
    "C101: a 'short' of 30 words is not too long, its sentence is": (
        (a_technique(short=f"{words(30)}."),),
        [f'C102 {MIRROR}: a sentence of 30 words: "go go go go go go …" -> make two of it; 25 at most'],
    ),
    "C101: a 'short' of two sentences": (
        (a_technique(short="You talk. They listen."),),
        [f"C101 {MIRROR}: 'short' has 2 sentences -> say it in one"],
    ),
    "C102: a sentence of 26 words": (
        (a_concept_that_says(f"So {words(25)}. Yes."),),
        [f'C102 {STAGE}: a sentence of 26 words: "So go go go go go …" -> make two of it; 25 at most'],
    ),
    "C102: a sentence of 41 words in full": (
        (a_concept_that_says_in_full(f"{words(41)}."),),
        [f'C102 {STAGE}: a sentence of 41 words: "go go go go go go …" -> make two of it; 40 at most'],
    ),
    "C103: hard words": (
        (a_concept_that_says(HARD),),
        [f"C103 {STAGE}: default page reads at grade 35.2 -> shorter words and sentences; 8 at most"],
    ),
    "C103: hard words in full": (
        (a_concept_that_says_in_full(HARD),),
        [f"C103 {STAGE}: full page reads at grade 40.6 -> shorter words and sentences; 13 at most"],
    ),
    "C103: as few hard words as can be judged": (
        (a_concept_that_says_in_full(HARD_99 + "Yes."),),
        [f"C103 {STAGE}: full page reads at grade 40.2 -> shorter words and sentences; 13 at most"],
    ),
    "C104: long sentences all through": (
        (a_concept_that_says(LONG_WINDED),),
        [f"C104 {STAGE}: sentences have 15.5 words on average -> shorten some; 15 at most"],
    ),
    "C105: a link to nothing": (
        (a_concept_that_says("See [[silence]]."),),
        [f"C105 {STAGE}: no entry 'silence' -> write the entry, or take the link away"],
    ),
    "C105: a link to a misspelt entry": (
        (a_concept_that_says("See [[mirorring]]."), a_technique()),
        [f"C105 {STAGE}: no entry 'mirorring' -> did you mean 'mirroring'?"],
    ),
    "C105: a link to itself": (
        (a_concept_that_says("See [[the-inner-stage]]."),),
        [f"C105 {STAGE}: links to itself -> take the link away"],
    ),
    "C105: nothing related": (
        (a_concept(related=("silence",)),),
        [f"C105 {STAGE}: no entry 'silence' -> write the entry, or take the link away"],
    ),
    "C105: nothing to tell apart from": (
        (a_defence(),),
        [f"C105 {AWAY}: no entry 'forgetting' -> write the entry, or take the link away"],
    ),
    "C105: nothing compared": (
        (a_therapy(head_to_head=(HeadToHead(other="running", standing="unclear", says="It is open."),)),),
        [f"C105 {WALK}: no entry 'running' -> write the entry, or take the link away"],
    ),
    "C105: a turn that shows nothing": (
        (a_session(turns=(Turn(who="client", says="Hm.", shows=("silence",)),)),),
        ["C105 sessions/a-first-meeting.yaml: no entry 'silence' -> write the entry, or take the link away"],
    ),
    "C105: a reading by no school": (
        (a_session(readings=(SchoolReading(therapy="running", turn=1, says="Hm."),)),),
        ["C105 sessions/a-first-meeting.yaml: no entry 'running' -> write the entry, or take the link away"],
    ),
    "C105: a link to a source": (
        (a_concept_that_says("See [[doe1999]] [@doe1999]."), AN_ARTICLE),
        [f"C105 {STAGE}: no entry 'doe1999' -> write the entry, or take the link away"],
    ),
    "C106: a source that is not there": (
        (a_concept_that_says("So it is [@roe2001]."),),
        [f"C106 {STAGE}: no source 'roe2001' -> write the source, or take the link away"],
    ),
    "C106: a misspelt source": (
        (a_concept_that_says("So it is [@doe1999; @deo1999]."), AN_ARTICLE),
        [f"C106 {STAGE}: no source 'deo1999' -> did you mean 'doe1999'?"],
    ),
    "C106: nothing to read further": (
        (a_concept(further=("roe2001",)),),
        [f"C106 {STAGE}: no source 'roe2001' -> write the source, or take the link away"],
    ),
    "C106: a row from nowhere": (
        (an_evidence(rows=(a_row(source="roe2001"),)),),
        [f"C106 {FRIGHT}: no source 'roe2001' -> write the source, or take the link away"],
    ),
    "C107: a year": (
        (a_concept_that_says("Freud wrote so in 1913."),),
        [f"C107 {STAGE}: '1913' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C107: a share": (
        (a_concept_that_says("It helps 50 % of people."),),
        [f"C107 {STAGE}: '0 %' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C107: a study": (
        (a_concept_that_says("A study showed it."),),
        [f"C107 {STAGE}: 'study' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C107: a claim after a sentence on what was not found": (
        (a_concept_that_says("We found no study of it. Some trials agree. We found no other."),),
        [f"C107 {STAGE}: 'trials' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C107: a claim after a question": (
        (a_concept_that_says("Nobody asks why? Some trials agree."),),
        [f"C107 {STAGE}: 'trials' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C107: a claim behind the last source": (
        (a_concept_that_says("Freud wrote so in 1913 [@doe1999]. Trials agree."), AN_ARTICLE),
        [f"C107 {STAGE}: 'Trials' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C107: a source in the next paragraph only": (
        (a_concept_that_says("Trials agree.\nSo it is [@doe1999]."), AN_ARTICLE),
        [f"C107 {STAGE}: 'Trials' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C107: a claim in a cell": (
        (
            a_therapy(
                cells={row.id: Cell(says="Trials agree." if row.id == "pace" else "On foot.") for row in DIMENSIONS}
            ),
        ),
        [f"C107 {WALK}: 'Trials' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C108: one name for two": (
        (a_technique(), a_concept(aliases=("Mirroring",))),
        [f"C108 {STAGE}: 'Mirroring' opens mirroring already -> give each name to one entry"],
    ),
    "C108: an id for a name": (
        (a_technique(id="echo", name="Mirroring"), a_concept(aliases=("Echo",))),
        [f"C108 {STAGE}: 'Echo' opens echo already -> give each name to one entry"],
    ),
    "C108: a name that is not the id": (
        (a_technique(id="echo", name="Mirroring"), a_concept(aliases=("mirroring",))),
        [f"C108 {STAGE}: 'mirroring' opens echo already -> give each name to one entry"],
    ),
    "C108: one name in two spellings": (
        (a_technique(aliases=("colour-sense",)), a_concept(people_say=("Color Senses",))),
        [f"C108 {STAGE}: 'Color Senses' opens mirroring already -> give each name to one entry"],
    ),
    "C108: a name without a letter": (
        (a_concept(aliases=("…",)),),
        [f"C108 {STAGE}: '…' has no letter to look up -> write it in Latin letters"],
    ),
    "C109: a pair told on one side": (
        (a_technique(confusable=(Neighbour(entry="the-inner-stage", difference="It is not."),)), a_concept()),
        [
            (
                f"C109 {STAGE}: 'mirroring' tells itself apart from this page, which is silent about it "
                "-> add 'mirroring' under 'confusable'"
            )
        ],
    ),
    "C110: a source that nobody cites": (
        (a_concept(), AN_ARTICLE),
        ["C110 sources/doe1999.yaml: cited by no entry -> cite it, or delete the file"],
    ),
    "C112: suicide named without the way to help": (
        (a_concept_that_says("Some think of suicide."),),
        [f"C112 {STAGE}: names suicide or self-harm without showing the way to help -> add 'sensitive: true'"],
    ),
    "C112: self-harm named without the way to help": (
        (a_concept_that_says("Self-harm is one."),),
        [f"C112 {STAGE}: names suicide or self-harm without showing the way to help -> add 'sensitive: true'"],
    ),
    "C113: an empty cell": (
        (a_therapy(cells={row.id: Cell(says="On foot.") for row in DIMENSIONS if row.id != "pace"}),),
        [f"C113 {WALK}: no cell 'pace' -> add 'pace:' under 'cells'"],
    ),
    "C113: a cell in no row": (
        (a_therapy(cells={row.id: Cell(says="On foot.") for row in (*DIMENSIONS, a_dimension(id="shoes"))}),),
        [f"C113 {WALK}: no row 'shoes' in dimensions.yaml -> name an existing row"],
    ),
    "C114: reviewed more than two years ago": (
        (a_concept(reviewed="2024-01-31"),),
        [f"C114 {STAGE}: last reviewed on 2024-01-31 -> read it again against its sources"],
    ),
    "C114: reviewed the day after tomorrow": (
        (a_concept(reviewed="2026-02-03"),),
        [f"C114 {STAGE}: reviewed in the future: 2026-02-03 -> write the day of the review"],
    ),
    "C114: reviewed on no day": (
        (a_concept(reviewed="2026-02-30"),),
        [f"C114 {STAGE}: no such day: 2026-02-30 -> write YYYY-MM-DD"],
    ),
    "C114: help lines not looked at for long": (
        (a_support(reviewed="2024-01-31"),),
        ["C114 support/ruritania.yaml: last reviewed on 2024-01-31 -> read it again against its sources"],
    ),
    "C115: research that shows more than it doubts": (
        (a_technique(research=Research(grade="none-found", shows="It is good. " * 5, doubts="Perhaps not.")),),
        [f"C115 {MIRROR}: one side has 60 characters, the other 12 -> give both sides about the same room"],
    ),
    "C115: downsides that outweigh the upsides": (
        (a_therapy(upsides="Air.", downsides="Rain and sore feet."),),
        [f"C115 {WALK}: one side has 19 characters, the other 4 -> give both sides about the same room"],
    ),
    "C115: one letter more than twice the room": (
        (a_therapy(upsides="Fresh air.", downsides="Rain, and sorest feet"),),
        [f"C115 {WALK}: one side has 21 characters, the other 10 -> give both sides about the same room"],
    ),
    "C115: evidence against that outweighs what favours": (
        (
            an_evidence(favours="Some.", against="Some more."),
            an_evidence(id="other", favours="Some.", against="Some more of it.", rows=(a_row(id="other-1"),)),
            AN_ARTICLE,
        ),
        ["C115 evidence/other.yaml: one side has 16 characters, the other 5 -> give both sides about the same room"],
    ),
    "C115: costs that outweigh what is protected": (
        a_pair(protects="Time."),
        [f"C115 {AWAY}: one side has 22 characters, the other 5 -> give both sides about the same room"],
    ),
    "C116: one row twice": (
        (an_evidence(rows=(a_row(), a_row())), AN_ARTICLE),
        [f"C116 {FRIGHT}: row 'stage-fright-1' stands twice -> give each row one place"],
    ),
    "C120: an address of a copy": (
        (a_concept(further=("doe1999",)), a_source(URL="https://de.scribd.com/document/1/doe")),
        ["C120 sources/doe1999.yaml: 'de.scribd.com' shows a copy -> give the DOI, the publisher's page, or none"],
    ),
    "C119: a row that is drawn and is nowhere": (
        (a_concept(drawn=("stage-fright/stage-fright-1", "stage-fright/gone")), an_evidence(), AN_ARTICLE),
        [f"C119 {STAGE}: no row 'stage-fright/gone' -> name one as evidence-page/row"],
    ),
    "C116: a point without an estimate": (
        (an_evidence(rows=(a_row(plot="point"),)), AN_ARTICLE),
        [f"C116 {FRIGHT}: nothing to draw -> add 'estimate', or 'plot: none'"],
    ),
    "C116: an interval without a level": (
        (an_evidence(rows=(a_row(plot="interval", estimate=0.3, ci_low=0.1, ci_high=0.5),)), AN_ARTICLE),
        [f"C116 {FRIGHT}: an interval without limits or level -> add them, or 'plot: point'"],
    ),
    "C116: rates without rates": (
        (an_evidence(rows=(a_row(plot="rates"),)), AN_ARTICLE),
        [f"C116 {FRIGHT}: rates to draw, but none given -> add 'rates', or 'plot: none'"],
    ),
    "C116: a range without a range": (
        (an_evidence(rows=(a_row(plot="range"),)), AN_ARTICLE),
        [f"C116 {FRIGHT}: a range to draw, but none given -> add 'range', or 'plot: none'"],
    ),
    **{
        f"C116: {name}": ((an_evidence(rows=(a_row(**figures),)), AN_ARTICLE), [f"C116 {FRIGHT}: {told}"])
        for name, figures, told in (
            ("limits turned round", {"ci_low": 0.9, "ci_high": -0.47}, TURNED),
            ("a range turned round", {"range": (0.6, 0.1)}, TURNED),
            ("an estimate below its interval", {"estimate": -0.99, "ci_low": -0.76, "ci_high": -0.47}, OUTSIDE),
            ("an estimate above its one limit", {"estimate": 0.3, "ci_high": 0.2}, OUTSIDE),
            ("no studies", {"k": 0}, "'k' is 0 -> count from 1, or leave it out"),
            ("fewer than no people", {"n": -5}, "'n' is -5 -> count from 1, or leave it out"),
            ("a level past 100", {"ci_level": 950}, "an interval of 950% -> give the level in percent, mostly 95"),
            ("a level under 50", {"ci_level": 5}, "an interval of 5% -> give the level in percent, mostly 95"),
            ("a ratio of 0", {"axis": "log", "estimate": 0.0}, "a ratio of 0 or less -> correct it, or 'axis: linear'"),
            (
                "an impossible gap",
                {"measure": "SMD", "estimate": 10.1},
                "a standardised difference beyond 10 -> look for a lost decimal point, or name another measure",
            ),
            (
                "not a number",
                {"estimate": float("nan")},
                "a figure that is not a number -> give the figure as it was printed",
            ),
            (
                "endless",
                {"rates": {"a": float("inf")}},
                "a figure that is not a number -> give the figure as it was printed",
            ),
        )
    },
    "C117: an emoji": (
        (a_concept_that_says("So it is 🙂."),),
        [f"C117 {STAGE}: '🙂' (U+1F642) -> say it in words"],
    ),
    "C117: a drawn line": (
        (a_concept_that_says("One ─ two."),),
        [f"C117 {STAGE}: '─' (U+2500) -> say it in words"],
    ),
    "C107: a claim on the tour": (
        (a_step(text="In 1913 he said so."),),
        ["C107 tour/where-do-we-sit.yaml: '1913' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C124: two steps in one place": (
        (a_step(), a_step(id="when-do-we-meet")),
        ["C124 tour/when-do-we-meet.yaml: number 1 is that of 'where-do-we-sit' -> give each its own place"],
    ),
    "C107: a claim about any therapist": (
        (a_wish(anywhere="A study says so."),),
        ["C107 wishes/pace.yaml: 'study' stands without a source behind it -> end the claim in [@source-id]"],
    ),
    "C115: one side of a way": (
        (a_wish(), a_way(upsides="Warm.", downsides="It is the same room.")),
        [f"C115 {HOME}: one side has 20 characters, the other 5 -> give both sides about the same room"],
    ),
    "C122: a wish about a row that there is not": (
        (a_wish(row="colour"),),
        ["C122 wishes/pace.yaml: no row 'colour' in dimensions.yaml -> name an existing row"],
    ),
    "C122: a wish that is told nowhere": (
        (a_wish(row=None),),
        [f"C122 wishes/pace.yaml: needs either 'row' or 'anywhere' -> {EITHER}"],
    ),
    "C122: a wish that is told twice": (
        (a_wish(row="pace", anywhere="It is up to them."), a_way()),
        [f"C122 wishes/pace.yaml: needs either 'row' or 'anywhere' -> {EITHER}"],
    ),
    "C123: a way that is silent about a wish": (
        (a_wish(), a_way(cells={})),
        [f"C123 {HOME}: no cell 'pace' -> add 'pace:' under 'cells'"],
    ),
    "C123: a way that tells what nobody asks": (
        (a_way(),),
        [f"C123 {HOME}: no wish asks about 'pace' -> delete it, or write the wish"],
    ),
    "C124: two wishes in one place": (
        (a_wish(), a_wish(id="speed")),
        ["C124 wishes/speed.yaml: number 1 is that of 'pace' -> give each its own place"],
    ),
    "C124: two that lead a list in one place": (
        (a_concept(leads=3), a_concept(id="the-backstage", leads=3)),
        ["C124 concepts/the-backstage.yaml: leads 3 is that of 'the-inner-stage' -> give each its own place"],
    ),
    "C128: words of the template, each told once": (
        (a_session(afterwards="What came of it, and what it leaves open.", turns=(DOTS,) * 20),),
        [
            f"C128 {MEETING}: '{text}' is what the template says -> say it in your own words, or leave it out"
            for text in ("...", "What came of it, and what it leaves open.")
        ],
    ),
    "C118: no history in full": (
        (a_technique(full=Depth(debates="Some call it empty.", research="None was found.")),),
        [f"C118 {MIRROR}: 'full' has no 'history' -> add 'history:'"],
    ),
    "C118: nothing in full": (
        (a_technique(full=Depth()),),
        [
            f"C118 {MIRROR}: 'full' has no 'debates' -> add 'debates:'",
            f"C118 {MIRROR}: 'full' has no 'history' -> add 'history:'",
            f"C118 {MIRROR}: 'full' has no 'research' -> add 'research:'",
        ],
    ),
    "C121: one id for two scenes": (
        (a_technique(vignettes=(a_vignette(), a_vignette())),),
        [f"C121 {MIRROR}: vignette 'the-letter' stands twice -> give each scene an id of its own"],
    ),
    "C121: the id of a card that the quiz makes itself": (
        (a_therapy(vignettes=(a_vignette(id="row-pace"),)),),
        [f"C121 {WALK}: 'row-pace' is the id of another card -> name it after what happens in it"],
    ),
    "C121: a scene that names the answer": (
        (a_technique(vignettes=(a_vignette(scene="She holds up a mirror, so to speak."),)),),
        [f"C121 {MIRROR}: the scene gives 'Mirroring' away -> show it without naming it"],
    ),
}

UNSAFE = {
    "He committed suicide.": "write 'died by suicide'",
    "She tried to commit suicide.": "write 'died by suicide'",
    "A failed suicide.": "write 'attempt'",
    "A successful attempt.": "write 'attempt'",
    "Panic sufferers know it.": "write 'people with'",
    "The best therapy there is.": "say for whom",
    "It is proven to work.": "say what the trials found",
    "It is Recommended for you.": "psychodyn recommends nothing",
    "Its active ingredient.": "write 'goes with'",
    "It works because of it.": "write 'is thought to work by'",
    "A 90% match.": "no percentages of fit",
}

BREAKS_NOTHING: dict[str, tuple[AnyEntry, ...]] = {
    "C101: a 'short' of 25 words": (a_technique(short=f"{words(25)}."),),
    "C102: a sentence of 25 words": (a_concept_that_says(f"{words(25)}."),),
    "C102: two sentences of 20 words": (a_concept_that_says(f"{words(20)}. {words(20)}."),),
    "C102: sources are no words": (a_concept_that_says(f"{words(25)} [@doe1999; @doe1999]."), AN_ARTICLE),
    "C102: a sentence of 40 words in full": (a_concept_that_says_in_full(f"{words(40)}."),),
    "C103, C104: plain words": (a_concept_that_says(PLAIN),),
    "C103: hard words, but too few to judge": (a_concept_that_says("Considerable intersubjective ambivalence."),),
    "C103: hard words, but a word too few to judge": (a_concept_that_says_in_full(HARD_99),),
    "C103: hard words that are the page's own name": (
        a_concept(name="Complicated personality determination", meaning=HARD, full=Depth(history=HARD)),
    ),
    "C103: hard words that are the page's other name": (
        a_concept(aliases=("Complicated personality determination",), meaning=HARD),
    ),
    "C104: 15 words a sentence on average": (  # 135 words in nine sentences; three of them stand in other fields
        a_concept_that_says(f"{words(19)}. " * 5 + f"{words(21)}."),
    ),
    "C104: long sentences in full": (a_concept_that_says_in_full(LONG_WINDED),),
    "C105: links that lead somewhere": (
        a_concept_that_says("See [[mirroring]] and [[mirroring|saying it back]]."),
        a_technique(related=("the-inner-stage",)),
    ),
    "C106: sources that are there": (a_concept(meaning="So it is [@doe1999].", further=("doe1999",)), AN_ARTICLE),
    "C107: a claim with its source": (
        a_concept_that_says("In 1913 he said so. A study agrees [@doe1999]."),
        AN_ARTICLE,
    ),
    "C107: a source after the full stop": (a_concept_that_says("A study agrees. [@doe1999]"), AN_ARTICLE),
    "C107: nothing was found": (a_concept_that_says("We found no study of it."),),
    "C107: nobody knows": (a_concept_that_says("Nobody has done a trial."),),
    "C107: what somebody says": (a_question(ask=("What do trials say?",)),),
    "C107: what is heard": (a_technique(short="What a study is."),),
    "C108: a name that is also one's own alias": (a_concept(aliases=("Inner Stage",)),),
    "C109: a pair told on both sides": a_pair(),
    "C110: a source that a row rests on": (an_evidence(), AN_ARTICLE),
    "C110: a source that a judgement rests on": (
        a_therapy(emphasis=an_emphasis(basis="A manual [@doe1999].")),
        AN_ARTICLE,
    ),
    "C111: the attempt": (a_concept_that_says("She made an attempt."),),
    "C112: suicide named, with the way to help": (a_concept(meaning="Some think of suicide.", sensitive=True),),
    "C113: every cell": (a_therapy(),),
    "C114: reviewed two years ago": (a_concept(reviewed="2024-02-01"),),
    "C114: reviewed today, where it is tomorrow": (a_concept(reviewed="2026-02-02"),),
    "C114: no date at all": (a_concept(further=("doe1999",)), AN_ARTICLE),
    "C115: twice the room": (a_therapy(upsides="Fresh air.", downsides="Rain, and sore feet."),),
    "C116: an interval with limits and level": (
        an_evidence(rows=(a_row(plot="interval", estimate=0.3, ci_low=0.1, ci_high=0.5, ci_level=95),)),
        AN_ARTICLE,
    ),
    "C116: a point, and rates": (
        an_evidence(rows=(a_row(plot="point", estimate=0.3), a_row(id="b", plot="rates", rates={"a": 10.0}))),
        AN_ARTICLE,
    ),
    "C116: an estimate at its limit, one study, a level of 90": (
        an_evidence(rows=(a_row(estimate=0.1, ci_low=0.1, ci_high=0.5, ci_level=90, k=1, n=1, measure="SMD"),)),
        AN_ARTICLE,
    ),
    "C116: a gap of 10, a ratio over 10": (
        an_evidence(rows=(a_row(estimate=10.0, measure="SMD"), a_row(id="b", axis="log", estimate=13.4, measure="OR"))),
        AN_ARTICLE,
    ),
    "C117: letters, quotes and dashes": (a_concept_that_says("“Grünbaum” – Ψ, ≥ 3 → 4…"),),
    "C128: what a template says and one can say just so": (a_wish(choices=("Slowly", "Either is fine")),),
    "C124: two steps, one after the other": (a_step(), a_step(id="when-do-we-meet", number=2)),
    "C124: two lists, each with a first": (a_concept(leads=1), a_technique(leads=1)),
    "C122, C123: wishes and ways": (a_wish(), a_wish(id="who", number=2, anywhere="It is up to you."), a_way()),
    "a session, a milestone, help lines": (a_session(), a_milestone(), a_support()),
}


@pytest.mark.parametrize(("entries", "told"), BREAKS.values(), ids=BREAKS)
def test_breaks_a_rule(entries: tuple[AnyEntry, ...], told: list[str]) -> None:
    assert faults(*entries) == told


@pytest.mark.parametrize("entries", BREAKS_NOTHING.values(), ids=BREAKS_NOTHING)
def test_breaks_no_rule(entries: tuple[AnyEntry, ...]) -> None:
    assert faults(*entries) == []


CLAIMS = (
    "in 1899", "in 2019", "50%", "50 per cent", "one in ten", "one in a hundred", "d = 0.4", "g=.3", "r = -.2",
    "a study", "two studies", "a trial", "Trials", "a meta-analysis", "meta-analyses", "a review of it",
    "reviews found", "a randomised test", "randomized", "researchers", "a survey", "the guidelines",
)  # fmt: skip
NO_CLAIMS = (
    "in 1499", "7 of us", "a student", "trialling", "to review it", "at random", "to research", "in tents",
    "a 12-year-old",
)  # fmt: skip


@pytest.mark.parametrize("claim", CLAIMS)
def test_c107_what_sounds_like_a_finding_needs_a_source(claim: str) -> None:
    (told,) = faults(a_concept_that_says(f"It is said, {claim}."))

    assert told.startswith(f"C107 {STAGE}: '")


@pytest.mark.parametrize("words", NO_CLAIMS)
def test_c107_other_words_and_figures_need_none(words: str) -> None:
    assert faults(a_concept_that_says(f"It is said, {words}.")) == []


@pytest.mark.parametrize(("text", "instead"), UNSAFE.items(), ids=UNSAFE)
def test_c111_words_that_harm_or_promise(text: str, instead: str) -> None:
    (told,) = faults(a_concept(meaning=f"{text} [@doe1999]", sensitive=True), AN_ARTICLE)

    assert told.startswith(f"C111 {STAGE}: '")
    assert instead in told


def test_a_fault_is_told_at_the_line_where_it_stands(tmp_path: Path) -> None:
    write(
        tmp_path / "data/concepts/stage.yaml",
        'name: Stage\nreviewed: "2026-01-31"\nshort: A place.\nmeaning: One.\n'
        "example: >-\n  See\n  [[silence]] [@roe2001].\n"
        "origin: An old picture.\nerrors:\n  - {claim: It is., answer: A study showed it.}\n"
        "related:\n  - noise\n  - stage\n",
    )

    found = faults_of(Content((read(tmp_path / "data"),)), TODAY)

    assert [f"{one.place} {one.code} {one.what}" for one in sorted(found)] == [
        "data/concepts/stage.yaml:5 C105 no entry 'silence'",
        "data/concepts/stage.yaml:5 C106 no source 'roe2001'",
        "data/concepts/stage.yaml:10 C107 'study' stands without a source behind it",
        "data/concepts/stage.yaml:12 C105 no entry 'noise'",
        "data/concepts/stage.yaml:13 C105 links to itself",
    ]


def test_a_hard_page_is_told_at_its_first_sentence_and_a_hard_depth_at_its_field(tmp_path: Path) -> None:
    write(
        tmp_path / "data/concepts/stage.yaml",
        f'name: Stage\nreviewed: "2026-01-31"\nshort: A place.\nmeaning: {HARD}\nexample: One.\n'
        f"origin: An old picture.\nfull:\n  history: {HARD}\n",
    )

    found = faults_of(Content((read(tmp_path / "data"),)), TODAY)

    assert [f"{one.place} {one.code}" for one in found] == [
        "data/concepts/stage.yaml:3 C103",
        "data/concepts/stage.yaml:7 C103",
    ]


def test_a_pack_may_link_to_and_cite_what_the_program_has() -> None:
    ours = a_reading(a_technique(aim="You hear it [@doe1999]."), AN_ARTICLE)
    pack = a_reading(a_concept_that_says("See [[mirroring]] [@doe1999]."), dimensions=())

    assert faults_of(Content((ours, pack)), TODAY) == ()


def test_a_page_of_every_kind_keeps_the_rules_as_it_is_built() -> None:
    everything = (*a_pair(), a_technique(), a_therapy(), a_question(), an_evidence(), a_session(), a_milestone())

    assert faults(*everything, a_support(), AN_ARTICLE) == []


def test_a_short_form_that_nobody_knows_is_told_unless_the_text_is_for_students() -> None:
    page = a_question(answer="CBT, or XYZ?", full=Depth(history="Then XYZ."))
    what = "nobody is told what XYZ means"
    assert [fault for fault in faults(page) if "C125" in fault] == [
        f"C125 questions/how-long-does-it-take.yaml: {what} -> spell it out, or add it to short_forms.py"
    ]


def test_only_lengths_of_therapies_are_drawn() -> None:
    page = a_question(lengths_of=("walking-therapy", "stage"))
    assert [fault for fault in faults(page, a_therapy(), a_concept(id="stage")) if "C119" in fault] == [
        "C119 questions/how-long-does-it-take.yaml: no therapy 'stage' -> name one by its id"
    ]


def test_people_are_counted_by_someone() -> None:
    counted = InHundred(what="People who came:", groups=(Share(who="On foot", count=4),))
    page = a_question(in_100=(counted, structs.replace(counted, what="People who came [@doe1999]:")))
    assert [fault for fault in faults(page, AN_ARTICLE) if "C126" in fault] == [
        "C126 questions/how-long-does-it-take.yaml: people counted without a source -> add [@source]"
    ]


def test_a_price_was_asked_by_someone() -> None:
    price = Price(what="By the sea:", money="marks", low=4, high=5)
    page = a_question(prices=(price, structs.replace(price, what="By the sea [@doe1999]:")))
    assert [fault for fault in faults(page, AN_ARTICLE) if "C126" in fault] == [
        "C126 questions/how-long-does-it-take.yaml: a price without a source -> add [@source]"
    ]


def test_what_titles_mean_was_read_somewhere() -> None:
    titles = "Anyone may say it."
    read = a_support(titles=titles, titles_read_at=("https://example.org/law",))
    what = "what the titles mean stands without a page that says so"
    assert [fault for fault in faults(read) if "C127" in fault] == []
    assert [fault for fault in faults(a_support(titles=titles)) if "C127" in fault] == [
        f"C127 support/ruritania.yaml: {what} -> add 'titles_read_at:' with its address"
    ]


def test_a_work_has_one_entry() -> None:
    one, other = a_source(id="doe1999", DOI="10.1000/ABC"), a_source(id="roe1999", DOI="10.1000/abc")
    assert [fault for fault in faults(one, other) if "C129" in fault] == [
        "C129 sources/roe1999.yaml: this work stands already as 'doe1999' -> cite that one, and delete this"
    ]
    assert [fault for fault in faults(one, a_source(id="roe1999")) if "C129" in fault] == []
