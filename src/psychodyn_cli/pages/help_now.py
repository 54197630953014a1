"""What to do in danger, in crisis, or to talk. Nothing here reads the library: it must work when nothing else does."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from psychodyn_cli.help_lines import LINES
from psychodyn_cli.pages.blocks import Bullets, Page, Pairs, Paragraph, Section, words

INTERNATIONAL = "international"
OLD = 366  # days after which a number is said to be old
ALSO = {
    name: code
    for code, names in {
        "ar": ("república argentina",),
        "at": ("österreich", "oesterreich"),
        "be": ("belgië", "belgie", "belgique", "belgien"),
        "br": ("brasil",),
        "ch": ("schweiz", "suisse", "svizzera", "svizra"),
        "cl": ("república de chile",),
        "cz": ("czech republic", "česko", "cesko", "česká republika"),
        "de": ("deutschland", "alemania", "allemagne"),
        "dk": ("danmark",),
        "es": ("españa", "espana"),
        "fi": ("suomi",),
        "gb": ("uk", "england", "scotland", "wales", "britain", "great britain", "northern ireland"),
        "gr": ("hellas", "ελλάδα", "ελλαδα"),
        "hk": ("香港", "hongkong"),
        "hu": ("magyarország", "magyarorszag"),
        "ie": ("éire", "eire", "republic of ireland"),
        "il": ("ישראל",),
        "in": ("bharat", "भारत"),
        "it": ("italia",),
        "jp": ("nippon", "nihon", "日本"),
        "kr": ("korea", "republic of korea", "한국", "대한민국"),
        "mx": ("méxico",),
        "nl": ("the netherlands", "holland", "nederland"),
        "no": ("norge", "noreg"),
        "nz": ("aotearoa",),
        "ph": ("pilipinas",),
        "pl": ("polska",),
        "se": ("sverige",),
        "tw": ("台灣", "臺灣"),
        "us": ("usa", "america", "united states of america", "estados unidos"),
        "za": ("rsa", "suid-afrika", "mzansi"),
    }.items()
    for name in names
}  # what people call their country, where it is not the English name


class Line(NamedTuple):
    """One help line as it was read; `seen` is the last date that its page showed."""

    name: str
    phone: str
    text: str
    chat: str
    hours: str
    cost: str
    scope: str
    note: str
    website: str
    seen: str


class Country(NamedTuple):
    code: str
    name: str
    emergency: tuple[str, ...]
    lines: tuple[Line, ...]


def countries() -> tuple[Country, ...]:
    """All that have an emergency number or a line, by name; the directories are not a country."""
    found = (_country(code) for code in LINES if code != INTERNATIONAL)
    return tuple(sorted(found, key=lambda one: one.name))


def _country(code: str) -> Country:
    name, emergency, lines = LINES[code]
    general_first = tuple(sorted(emergency, key=lambda number: "(" in number))
    return Country(code, name, general_first, tuple(Line(*line) for line in lines))


def directories() -> tuple[Line, ...]:
    return _country(INTERNATIONAL).lines


def country_called(said: str) -> Country | None:
    """A country by its two letters or its name."""
    wanted = " ".join(said.casefold().replace(".", "").split())
    code = ALSO.get(wanted, wanted)
    return next((one for one in countries() if code in {one.code, one.name.casefold()}), None)


def help_page(country: Country | None, today: date) -> Page:
    """The emergency number and a line first, then the rest."""
    if country is None:
        return _anywhere()
    talk = tuple((line.name, words(_told(line, today))) for line in country.lines)
    none = Paragraph(words("We have no line for this country that we trust. The directories below do."))
    return Page(
        f"Help now: {country.name}",
        "",
        words(_danger(country)),
        (
            Section("To talk to someone", (Pairs(talk) if talk else none,)),
            *_everywhere(),
        ),
        f"psychodyn help-now --country {country.code}",
        "Another country: psychodyn help-now --country " + ("us" if country.code != "us" else "gb"),
    )


def _danger(country: Country) -> str:
    numbers = " or ".join(country.emergency)
    if not numbers:
        return "In danger, or not safe right now? Call your emergency number, or go to a hospital."
    return f"In danger, or not safe right now? Call {numbers}."


def _anywhere() -> Page:
    """No country is guessed: the emergency numbers of all, and how to name one."""
    numbers: dict[str, list[str]] = {}
    for one in countries():
        for number in one.emergency[:1]:
            numbers.setdefault(number, []).append(one.name)
    told = tuple(
        (number, words(", ".join(names))) for number, names in sorted(numbers.items(), key=lambda item: -len(item[1]))
    )
    codes = ", ".join(f"{one.name} {one.code}" for one in countries())
    return Page(
        "Help now",
        "",
        words("In danger, or not safe right now? Call your emergency number: 112, 911, 999, or as below."),
        (
            Section("To talk to someone", (Paragraph(words(
                "Name your country: psychodyn help-now --country gb. Or look up a line at findahelpline.com."
            )),)),
            Section("Emergency numbers", (Pairs(told),)),
            *_everywhere(),
            Section("Countries", (Paragraph(words(codes + ".")),), tone="quiet"),
        ),
        "psychodyn help-now",
        "Your country: psychodyn help-now --country XX",
    )  # fmt: skip


def _told(line: Line, today: date) -> str:
    ways = [
        line.phone and f"call {line.phone}",
        line.text and f"text {line.text}",
        line.chat and f"chat at {line.chat}",
    ]
    parts = [", ".join(way for way in ways if way) or line.website, line.hours, line.cost, line.scope, line.note]
    said = [part.strip().rstrip(".") for part in parts if part.strip()]
    told = ". ".join(part[:1].upper() + part[1:] for part in said)
    return f"{told}. {_age(line.seen, today)}"


def _age(seen: str, today: date) -> str:
    if not seen:
        return "(Its page shows no date.)"
    full = date.fromisoformat((seen + "-01-01")[:10] if len(seen) == 4 else (seen + "-01")[:10])  # noqa: PLR2004 - a year
    old = ", more than a year ago: it may have changed" if (today - full).days > OLD else ""
    return f"(Seen {seen}{old}.)"


def _everywhere() -> Iterator[Section]:
    yield Section(
        "If you worry about someone else",
        (
            Bullets(
                (
                    words("Ask them. Asking about suicide does not put the thought into their head."),
                    words("Listen, and stay with them if you can."),
                    words("If they are in danger now, call the emergency number. You can call a line for advice, too."),
                )
            ),
        ),
    )
    yield Section(
        "Any country",
        (Pairs(tuple((line.name, words(f"{line.website}. {line.scope}")) for line in directories())),),
    )
    yield Section(
        "How sure is this?",
        (
            Paragraph(
                words(
                    "Nobody dialled these numbers for this release. We read them on the pages of the services, or of "
                    "those who point to them. If one fails, use the emergency number or findahelpline.com."
                )
            ),
        ),
        tone="quiet",
    )
