"""What is good enough. One rule is one generator from the content to its faults; C1xx names it.

What depends on the day takes `today`, so that no clock makes a test fail.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import TypeAlias

import msgspec

from psychodyn_cli.entries import (
    AnyEntry,
    Defence,
    Entry,
    Evidence,
    ListedPage,
    Page,
    Session,
    Source,
    Step,
    Support,
    Technique,
    Therapy,
    Way,
    Wish,
)
from psychodyn_cli.figures import wrong_with
from psychodyn_cli.inline import cited, linked, paragraphs
from psychodyn_cli.paths import template_of
from psychodyn_cli.problems import Place, Problem
from psychodyn_cli.prose import Passage, Path, citations, passages
from psychodyn_cli.reading.files import ReadFile, Reading
from psychodyn_cli.reading.meanwhile import meanwhile
from psychodyn_cli.reading.readability import Measure, declared, measure, sentences, words
from psychodyn_cli.reading.strict_yaml import Faulty, line_of, parse
from psychodyn_cli.short_forms import unknown
from psychodyn_cli.spelling import gives_away, spoken

LONGEST_SHORT = 30  # words
LONGEST_SENTENCE = {"default": 25, "full": 40}  # words
MEAN_SENTENCE = 15.0  # words, default page
HIGHEST_GRADE = {"default": 8.0, "full": 13.0}  # US school years, adjusted
SMALLEST_POOL = 100  # words; under it no readability formula is stable
TWO_YEARS = 731  # days
SHORTEST_CLAIM = 4  # characters behind the last source of a paragraph that can hold a claim
TAKEN, TAKEN_STARTS = ("meaning", "moment"), ("not-", "row-", "with-")  # cards that the quiz makes of other fields
LOPSIDED = 2.0  # how much longer one side may be than the other

Fault: TypeAlias = tuple[Entry, Path, str, str, str]  # entry, where in it, code, what, fix


@dataclass(frozen=True)
class Content:
    """All entries of all packs together, with what several rules ask of them."""

    readings: tuple[Reading, ...]

    @cached_property
    def files(self) -> dict[int, ReadFile]:
        return {id(file.entry): file for reading in self.readings for file in reading.files if file.entry is not None}

    @cached_property
    def entries(self) -> tuple[AnyEntry, ...]:
        return tuple(entry for reading in self.readings for entry in reading.entries)

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {entry.id: entry for entry in self.entries if isinstance(entry, Page)}

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {entry.id: entry for entry in self.entries if isinstance(entry, Source)}

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(dimension.id for reading in self.readings for dimension in reading.dimensions)

    @cached_property
    def texts(self) -> tuple[tuple[AnyEntry, tuple[Passage, ...]], ...]:
        return tuple((entry, tuple(passages(entry))) for entry in self.entries)

    def problems(self, found: "Iterable[Fault]") -> tuple[Problem, ...]:
        """The faults with their places; a file is read again for its lines once, not once a fault."""
        together = sorted(found, key=lambda fault: id(fault[0]))
        return tuple(Problem(self.place(entry, path), code, what, fix) for entry, path, code, what, fix in together)

    def place(self, entry: Entry, path: Path) -> Place:
        file = self.files[id(entry)]
        try:
            return Place(file.shown, line_of(file.path.read_bytes(), path))
        except (OSError, Faulty):
            return Place(file.shown)


def faults_of(content: Content, today: date) -> tuple[Problem, ...]:
    """Every rule on all the content. How easily it reads takes as long as all the rest, so it is measured meanwhile."""
    hard_to_read = meanwhile(lambda: content.problems(_reads_easily(content)))
    found = [
        *_short_is_one_short_sentence(content),
        *_links_lead_somewhere(content),
        *_sources_exist(content),
        *_claims_have_sources(content),
        *_names_are_unique(content),
        *_neighbours_are_told_on_both_sides(content),
        *_words_are_safe(content),
        *_addresses_are_the_publishers(content),
        *_a_work_has_one_entry(content),
        *_marks_are_plain(content),
        *_therapies_fill_every_row(content),
        *_wishes_are_answered_somewhere(content),
        *_ways_fill_every_row_that_is_wished_for(content),
        *_short_forms_are_known(content),
        *_people_are_counted_by_someone(content),
        *_what_titles_mean_was_read_somewhere(content),
        *_both_sides_have_room(content),
        *_techniques_are_told_in_full(content),
        *_packs_replace_nothing(content),
        *_what_is_drawn_exists(content),
        *_rows_can_be_drawn(content),
        *_vignettes_can_be_asked(content),
        *_numbers_stand_once(content),
        *_nothing_is_left_of_a_template(content),
        *_reviews_are_recent(content, today),
    ]
    return (*content.problems(found), *hard_to_read())


def _short_is_one_short_sentence(content: Content) -> Iterator[Fault]:
    for page in content.pages.values():
        found = sentences(page.short)
        count = sum(len(words(sentence)) for sentence in found)
        if count > LONGEST_SHORT:
            yield page, ("short",), "C101", f"'short' has {count} words", f"say it in {LONGEST_SHORT}"
        if len(found) > 1:
            yield page, ("short",), "C101", f"'short' has {len(found)} sentences", "say it in one"


def _reads_easily(content: Content) -> Iterator[Fault]:
    for entry, texts in content.texts:
        if not isinstance(entry, Source):
            for depth in ("default", "full"):
                found = page_measure(entry, texts, depth, adjusted=False)
                if found.most_gaps >= LONGEST_SENTENCE[depth]:
                    yield from _long_sentences(entry, texts, depth)
                yield from _hard_pages(entry, texts, depth, found)


def page_measure(entry: Entry, texts: tuple[Passage, ...], depth: str, *, adjusted: bool) -> Measure:
    """The prose of one depth, pooled; `adjusted`: names that the page is about count as easy words."""
    terms = declared((entry.name, *getattr(entry, "aliases", ()))) if adjusted else None
    return measure((text.text for text in texts if text.depth == depth), terms)


def _long_sentences(entry: Entry, texts: tuple[Passage, ...], depth: str) -> Iterator[Fault]:
    limit = LONGEST_SENTENCE[depth]
    for text in texts:
        for sentence in sentences(text.text) if text.depth == depth else ():
            if sentence.count(" ") >= limit and len(found := words(sentence)) > limit:
                what = f'a sentence of {len(found)} words: "{" ".join(found[:6])} …"'
                yield entry, text.path, "C102", what, f"make two of it; {limit} at most"


def _hard_pages(entry: Entry, texts: tuple[Passage, ...], depth: str, found: Measure) -> Iterator[Fault]:
    if found.words < SMALLEST_POOL:
        return
    path: Path = ("full",) if depth == "full" else ("short",)
    if depth == "default" and found.mean_sentence > MEAN_SENTENCE:
        what = f"sentences have {found.mean_sentence:.1f} words on average"
        yield entry, path, "C104", what, f"shorten some; {MEAN_SENTENCE:.0f} at most"
    if found.grade > HIGHEST_GRADE[depth]:  # only then is the adjusted grade, which is lower, worth its cost
        found = page_measure(entry, texts, depth, adjusted=True)
    if found.grade > HIGHEST_GRADE[depth]:
        what = f"{depth} page reads at grade {found.grade:.1f}"
        yield entry, path, "C103", what, f"shorter words and sentences; {HIGHEST_GRADE[depth]:.0f} at most"


def _links_lead_somewhere(content: Content) -> Iterator[Fault]:
    for entry, texts in content.texts:
        wanted = [(target, text.path) for text in texts if "[[" in text.text for target in linked(text.text)]
        wanted += [(target, ("related", index)) for index, target in enumerate(getattr(entry, "related", ()))]
        wanted += _typed_links(entry)
        for target, path in wanted:
            if target not in content.pages:
                yield entry, path, "C105", f"no entry '{target}'", _did_you_mean(target, content.pages)
            elif target == entry.id:
                yield entry, path, "C105", "links to itself", "take the link away"


def _typed_links(entry: Entry) -> Iterator[tuple[str, Path]]:
    for index, neighbour in enumerate(getattr(entry, "confusable", ())):
        yield neighbour.entry, ("confusable", index, "entry")
    for index, pair in enumerate(getattr(entry, "head_to_head", ())):
        yield pair.other, ("head_to_head", index, "other")
    if isinstance(entry, Session):
        for index, turn in enumerate(entry.turns):
            yield from ((shown, ("turns", index, "shows")) for shown in turn.shows)
        yield from ((reading.therapy, ("readings", index, "therapy")) for index, reading in enumerate(entry.readings))


def _did_you_mean(word: str, known: dict[str, Page] | dict[str, Source], what: str = "entry") -> str:
    near = _nearest(word, tuple(known))
    return f"did you mean '{near[0]}'?" if near else f"write the {what}, or take the link away"


@lru_cache(maxsize=4096)
def _nearest(word: str, known: tuple[str, ...]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    return get_close_matches(word, known, 1, 0.6)


def _sources_exist(content: Content) -> Iterator[Fault]:
    used: set[str] = set()
    for entry, texts in content.texts:
        found = citations(entry, texts)
        used.update(found)
        for source in found:
            if source not in content.sources:
                path = next((text.path for text in texts if source in text.text and source in cited(text.text)), ())
                what = f"no source '{source}'"
                yield entry, path, "C106", what, _did_you_mean(source, content.sources, "source")
    for source in content.sources.keys() - used:
        yield content.sources[source], (), "C110", "cited by no entry", "cite it, or delete the file"


_CLAIM = re.compile(
    r"\b(?:1[5-9]\d\d|20\d\d)\b|\d\s?%|\bper cent\b|\bin (?:ten|a hundred)\b|\b[dgr] ?= ?-?\.?\d"
    r"|\b(?:study|studies|trials?|meta-analys[ei]s|reviews? (?:of|found)|random(?:ised|ized))\b"
    r"|\b(?:researchers|surveys?|guidelines?)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_CLAIM_STARTS = (
    "stud", "trial", "meta-anal", "review", "random", "research", "survey", "guideline", "per cent", "in ten",
    "hundred",
)  # fmt: skip
_CLAIMING = (Page, Step, Wish, Way)
_NO_CLAIM = re.compile(
    r"\b(?:We|we) (?:found|know of|know) (?:no|none|of no)\b|\bnot? (?:been )?(?:studied|tested)\b|\bNobody\b"
)


def _claims_have_sources(content: Content) -> Iterator[Fault]:
    for entry, texts in content.texts:
        if not isinstance(entry, _CLAIMING):
            continue
        for text in texts:
            if not text.talk and text.path != ("short",):
                yield from _unsourced(entry, text)


def _unsourced(entry: Entry, text: Passage) -> Iterator[Fault]:
    """Claims behind the last source of a paragraph; what stands before it is borne by it."""
    for paragraph in paragraphs(text.text):
        behind = paragraph.rfind("[@") + 1
        start = paragraph.find("]", behind) if behind else 0
        claim = _CLAIM.search(paragraph, start) if _may_claim(paragraph[start:]) else None
        while claim and _NO_CLAIM.search(_sentence_around(paragraph, claim.start())):
            claim = _CLAIM.search(paragraph, claim.end())
        if claim:
            what = f"'{claim[0]}' stands without a source behind it"
            yield entry, text.path, "C107", what, "end the claim in [@source-id]"


def _may_claim(text: str) -> bool:
    """Quickly: there is a figure, or a word that claims are made of."""
    if len(text) <= SHORTEST_CLAIM:
        return False
    small = text.lower()
    return _FIGURE.search(text) is not None or any(word in small for word in _CLAIM_STARTS)


def _sentence_around(paragraph: str, at: int) -> str:
    start = max(paragraph.rfind(". ", 0, at), paragraph.rfind("? ", 0, at)) + 1
    end = paragraph.find(". ", at)
    return paragraph[start : end if end >= 0 else len(paragraph)]


def _names_are_unique(content: Content) -> Iterator[Fault]:
    owner: dict[str, Page] = {}
    for page in content.pages.values():
        for path, name in _names(page):
            key = spoken(name)
            if not key:
                yield page, path, "C108", f"'{name}' has no letter to look up", "write it in Latin letters"
            elif owner.setdefault(key, page) is not page:
                what = f"'{name}' opens {owner[key].id} already"
                yield page, path, "C108", what, "give each name to one entry"


def _names(page: Page) -> Iterator[tuple[Path, str]]:
    yield (), page.id
    yield ("name",), page.name
    yield from ((("aliases", index), name) for index, name in enumerate(page.aliases))
    yield from ((("people_say", index), phrase) for index, phrase in enumerate(page.people_say))


def _neighbours_are_told_on_both_sides(content: Content) -> Iterator[Fault]:
    told = {
        (page.id, neighbour.entry) for page in content.pages.values() for neighbour in getattr(page, "confusable", ())
    }
    for here, there in sorted(told):
        if there in content.pages and (there, here) not in told:
            page = content.pages[there]
            what = f"'{here}' tells itself apart from this page, which is silent about it"
            yield page, (), "C109", what, f"add '{here}' under 'confusable'"


_UNSAFE = (  # what to look for first, in small letters; the pattern; what to write instead
    ("suicide", r"\bcommit(?:s|ted|ting)? suicide", "write 'died by suicide'"),
    ("suicide", r"\b(?:failed|successful|completed) suicide", "write 'attempt'"),
    ("attempt", r"\b(?:failed|successful|completed) attempt", "write 'attempt'"),
    ("sufferer", r"\bsufferers?\b", "write 'people with'"),
    ("best therapy", r"\bbest therapy\b", "say for whom, and what the trials compared"),
    ("proven to", r"\bproven to (?:cure|work|help)\b", "say what the trials found"),
    ("recommended for you", r"\brecommended for you\b", "psychodyn recommends nothing to anyone"),
    ("active ingredient", r"\bactive ingredient\b", "write 'goes with'"),
    ("works because", r"\bworks because\b", "write 'is thought to work by'"),
    ("% match", r"\d+ ?% match", "no percentages of fit"),
)
_COPIES = (  # sites that show copies of what others published
    "core-prod.cambridgecore.org", "core-varnish-new.prod.aop.cambridge.org", "docslib.org", "documents.pub",
    "dokumen.tips", "fdocuments.in", "globalauthorid.com", "metatoc.com", "pdfcoffee.com", "questia.com", "scilit.com",
    "scribd.com", "slideshare.net", "studylib.net", "thefreelibrary.com", "vdoc.pub", "vdocuments.site", "wikisum.wiki",
)  # fmt: skip
_GRAVE = ("suicid", "self-harm", "self-injur")


def _words_are_safe(content: Content) -> Iterator[Fault]:
    for entry, texts in content.texts:
        whole = "\n".join(text.text for text in texts).lower()
        for first, pattern, instead in _UNSAFE:
            if first in whole:
                found = ((text, re.search(pattern, text.text, re.IGNORECASE)) for text in texts)
                yield from ((entry, text.path, "C111", f"'{match[0]}'", instead) for text, match in found if match)
        if isinstance(entry, Page) and not entry.sensitive and any(word in whole for word in _GRAVE):
            what = "names suicide or self-harm without showing the way to help"
            yield entry, (), "C112", what, "add 'sensitive: true'"


_ODD = re.compile("[\u2500-\u259f\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]")


def _addresses_are_the_publishers(content: Content) -> Iterator[Fault]:
    for source in content.sources.values():
        host = source.URL.partition("://")[2].partition("/")[0]
        if any(host == copy or host.endswith(f".{copy}") for copy in _COPIES):
            yield source, ("URL",), "C120", f"'{host}' shows a copy", "give the DOI, the publisher's page, or none"


def _a_work_has_one_entry(content: Content) -> Iterator[Fault]:
    first: dict[str, Source] = {}
    for source in content.sources.values():
        if source.DOI and (rival := first.setdefault(source.DOI.casefold(), source)) is not source:
            yield (
                source,
                ("DOI",),
                "C129",
                f"this work stands already as '{rival.id}'",
                "cite that one, and delete this",
            )


def _marks_are_plain(content: Content) -> Iterator[Fault]:
    for entry, texts in content.texts:
        for text in texts:
            if not text.text.isascii() and (found := _ODD.search(text.text)):
                yield entry, text.path, "C117", f"'{found[0]}' (U+{ord(found[0]):04X})", "say it in words"


def _therapies_fill_every_row(content: Content) -> Iterator[Fault]:
    for entry in content.entries:
        if isinstance(entry, Therapy):
            for missing in [row for row in content.dimensions if row not in entry.cells]:
                yield entry, ("cells",), "C113", f"no cell '{missing}'", f"add '{missing}:' under 'cells'"
            for extra in entry.cells.keys() - set(content.dimensions):
                yield entry, ("cells", extra), "C113", f"no row '{extra}' in dimensions.yaml", "name an existing row"


def _wishes_are_answered_somewhere(content: Content) -> Iterator[Fault]:
    for entry in content.entries:
        if isinstance(entry, Wish):
            if entry.row and entry.row not in content.dimensions:
                yield entry, ("row",), "C122", f"no row '{entry.row}' in dimensions.yaml", "name an existing row"
            if bool(entry.row) == bool(entry.anywhere):
                what = "needs either 'row' or 'anywhere'"
                yield entry, (), "C122", what, "say where options differ, or what holds for every therapist"


def _ways_fill_every_row_that_is_wished_for(content: Content) -> Iterator[Fault]:
    wished = {entry.row for entry in content.entries if isinstance(entry, Wish) and entry.row}
    for entry in content.entries:
        if isinstance(entry, Way):
            for missing in sorted(wished - entry.cells.keys()):
                yield entry, ("cells",), "C123", f"no cell '{missing}'", f"add '{missing}:' under 'cells'"
            for extra in sorted(entry.cells.keys() - wished):
                yield entry, ("cells", extra), "C123", f"no wish asks about '{extra}'", "delete it, or write the wish"


def _short_forms_are_known(content: Content) -> Iterator[Fault]:
    """A page says at its end what its short forms mean, where it can."""
    for entry, texts in content.texts:
        for text in texts:
            if isinstance(entry, Page | Step | Support | Way | Wish) and text.depth == "default" and not text.talk:
                for short in sorted(unknown(text.text)):
                    fix = "spell it out, or add it to short_forms.py"
                    yield entry, text.path, "C125", f"nobody is told what {short} means", fix


def _people_are_counted_by_someone(content: Content) -> Iterator[Fault]:
    for entry in content.entries:
        holders: tuple[tuple[Path, object], ...] = (((), entry),)
        holders += tuple((("head_to_head", at), pair) for at, pair in enumerate(getattr(entry, "head_to_head", ())))
        for path, holder in holders:
            for index, one in enumerate(getattr(holder, "in_100", ())):
                if not cited(one.what):
                    yield entry, (*path, "in_100", index), "C126", "people counted without a source", "add [@source]"
        for index, price in enumerate(getattr(entry, "prices", ())):
            if not cited(price.what):
                yield entry, ("prices", index), "C126", "a price without a source", "add [@source]"


def _what_titles_mean_was_read_somewhere(content: Content) -> Iterator[Fault]:
    for entry in content.entries:
        if isinstance(entry, Support) and entry.titles and not entry.titles_read_at:
            what = "what the titles mean stands without a page that says so"
            yield entry, ("titles",), "C127", what, "add 'titles_read_at:' with its address"


def _both_sides_have_room(content: Content) -> Iterator[Fault]:
    for entry in content.entries:
        for path, one, other in _sides(entry):
            longer, shorter = max(len(one), len(other)), min(len(one), len(other))
            if longer > LOPSIDED * shorter:
                what = f"one side has {longer} characters, the other {shorter}"
                yield entry, path, "C115", what, "give both sides about the same room"


def _sides(entry: AnyEntry) -> Iterator[tuple[Path, str, str]]:
    research = getattr(entry, "research", None)
    if research is not None:
        yield ("research",), research.shows, research.doubts
    if isinstance(entry, Therapy | Way):
        yield ("upsides",), entry.upsides, entry.downsides
    if isinstance(entry, Evidence):
        yield ("favours",), entry.favours, entry.against
    if isinstance(entry, Defence):
        yield ("protects",), entry.protects, entry.costs


def _techniques_are_told_in_full(content: Content) -> Iterator[Fault]:
    for entry in content.entries:
        if isinstance(entry, Technique):
            for field in ("history", "debates", "research"):
                if not getattr(entry.full, field):
                    yield entry, ("full",), "C118", f"'full' has no '{field}'", f"add '{field}:'"


def _packs_replace_nothing(content: Content) -> Iterator[Fault]:
    """Of two entries with one address the first reading's is shown, so the other would be lost in silence."""
    first: dict[tuple[str, str], AnyEntry] = {}
    for entry in content.entries:
        space = "page" if isinstance(entry, Page) else type(entry).__name__
        rival = first.setdefault((space, entry.id.casefold()), entry)
        if rival is not entry:
            place = content.place(rival, ())
            yield entry, (), "C014", f"id stands already in {place.file}", "rename one of the two"


def _what_is_drawn_exists(content: Content) -> Iterator[Fault]:
    known = {f"{entry.id}/{row.id}" for entry in content.entries if isinstance(entry, Evidence) for row in entry.rows}
    for entry in content.entries:
        for index, row in enumerate(getattr(entry, "drawn", ())):
            if row not in known:
                yield entry, ("drawn", index), "C119", f"no row '{row}'", "name one as evidence-page/row"
        for index, one in enumerate(getattr(entry, "lengths_of", ())):
            if not isinstance(content.pages.get(one), Therapy):
                yield entry, ("lengths_of", index), "C119", f"no therapy '{one}'", "name one by its id"


def _rows_can_be_drawn(content: Content) -> Iterator[Fault]:
    seen: defaultdict[str, int] = defaultdict(int)
    for entry in content.entries:
        for index, row in enumerate(entry.rows if isinstance(entry, Evidence) else ()):
            path: Path = ("rows", index)
            seen[row.id] += 1
            if seen[row.id] > 1:
                yield entry, path, "C116", f"row '{row.id}' stands twice", "give each row one place"
            yield from ((entry, path, "C116", what, fix) for what, fix in wrong_with(row))


def _vignettes_can_be_asked(content: Content) -> Iterator[Fault]:
    for page in content.pages.values():
        seen: set[str] = set()
        for index, one in enumerate(getattr(page, "vignettes", ())):
            path: Path = ("vignettes", index)
            if one.id in seen:
                yield page, path, "C121", f"vignette '{one.id}' stands twice", "give each scene an id of its own"
            if one.id in TAKEN or one.id.startswith(TAKEN_STARTS):
                yield page, path, "C121", f"'{one.id}' is the id of another card", "name it after what happens in it"
            if gives_away(one.scene, page.name):
                yield page, path, "C121", f"the scene gives '{page.name}' away", "show it without naming it"
            seen.add(one.id)


def _numbers_stand_once(content: Content) -> Iterator[Fault]:
    """Where entries follow each other, each has a place of its own."""
    taken: dict[tuple[type, int], Entry] = {}
    for entry in content.entries:
        field = "leads" if isinstance(entry, ListedPage) else "number"
        number = getattr(entry, field, None)
        if number is not None and (first := taken.setdefault((type(entry), number), entry)) is not entry:
            what = f"{field} {number} is that of '{first.id}'"
            yield entry, (field,), "C124", what, "give each its own place"


def _nothing_is_left_of_a_template(content: Content) -> Iterator[Fault]:
    for entry in content.entries:
        begun, told = _words_of_template(type(entry)), set[str]()
        whole = msgspec.json.encode(entry)
        if not any(text in whole for text in begun.values()):  # nearly always; to look at each text is slow
            continue
        for path, text in _strings(msgspec.to_builtins(entry), ()):
            if text in begun and text not in told:
                told.add(text)
                what = f"'{text}' is what the template says"
                yield entry, path, "C128", what, "say it in your own words, or leave it out"


@cache
def _words_of_template(kind: type[AnyEntry]) -> dict[str, bytes]:
    """The texts that stand for what an author has to say, and not a figure, an id, or what can be said just so.

    Each with how it stands in an entry's JSON.
    """
    value, _ = parse(template_of(str(kind.__struct_config__.tag)).read_bytes())
    begun = {text for _, text in _strings(value, ()) if re.match(_SAID_FOR_YOU, text)} - _MAY_STAY
    return {text: msgspec.json.encode(text) for text in begun}


_SAID_FOR_YOU = r"[A-Z.]|https:"  # a sentence, a name, three dots, an address
_MAY_STAY = {"Either is fine", "Hedges g", "STPP", "We found no study of it."}


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and value:
        yield path, value
    elif isinstance(value, dict | list | tuple):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(item, (*path, key))


def _reviews_are_recent(content: Content, today: date) -> Iterator[Fault]:
    for entry in content.entries:
        reviewed = getattr(entry, "reviewed", None)
        if reviewed is None:
            continue
        try:
            age = (today - date.fromisoformat(reviewed)).days
        except ValueError:
            yield entry, ("reviewed",), "C114", f"no such day: {reviewed}", "write YYYY-MM-DD"
            continue
        if age < -1:  # a day's grace for time zones
            yield entry, ("reviewed",), "C114", f"reviewed in the future: {reviewed}", "write the day of the review"
        if age > TWO_YEARS:
            yield entry, ("reviewed",), "C114", f"last reviewed on {reviewed}", "read it again against its sources"
