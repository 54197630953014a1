"""What to do in danger, in crisis, or to talk. Nothing here reads the library: it must work when nothing else does."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from psychodyn_cli.help_lines import LINES, REVIEWED
from psychodyn_cli.pages.blocks import Bullets, Page, Pairs, Paragraph, Section, words

_COMMAND = ("help-now", "helpnow", "help now")  # as it is typed where it is no command
INTERNATIONAL = "international"
OLD = 366  # days after which a number is said to be old
_CALLED = {  # what people call their country, where it is not its English name: their own names, and its neighbours'
    "ar": "arg, república argentina, argentinien, argentine",
    "at": "aut, österreich, oesterreich, autriche",
    "au": "aus, aussie, australien, australie, oz",
    "be": "bel, belgië, belgique, belgien, bélgica",
    "br": "bra, brasil, brasilien, brésil",
    "ca": "can, canadá, kanada",
    "ch": "che, schweiz, suisse, svizzera, svizra, suiza",
    "cl": "chl, república de chile, chili",
    "co": "col, kolumbien, colombie",
    "cz": "cze, czech republic, česko, česká republika, tschechien",
    "de": "deu, ger, deutschland, alemania, allemagne, germania, duitsland, niemcy",
    "dk": "dnk, danmark, dänemark, danemark, dinamarca",
    "es": "esp, españa, spanien, espagne, spagna, espanha",
    "fi": "fin, suomi, finnland, finlande",
    "fr": "fra, frankreich, francia, frança, frankrijk",
    "gb": "gbr, uk, england, scotland, wales, britain, great britain, northern ireland, großbritannien, royaume-uni, "
    "vereinigtes königreich, reino unido, regno unito, angleterre, inglaterra, 英国, 英國, великобритания",
    "gr": "grc, hellas, ελλάδα, griechenland, grèce, grecia",
    "hk": "hkg, 香港, hongkong",
    "hu": "hun, magyarország, ungarn, hongrie",
    "ie": "irl, éire, republic of ireland, irland, irlande",
    "il": "isr, ישראל",
    "in": "ind, bharat, भारत, indien, inde",
    "it": "ita, italia, italien, italie",
    "jp": "jpn, nippon, nihon, 日本, japon, giappone",
    "ke": "ken, kenia",
    "kr": "kor, korea, republic of korea, 한국, 대한민국, südkorea, corée du sud",
    "lk": "lka, ceylon, ශ්‍රී ලංකා, இலங்கை",
    "mx": "mex, méxico, mexiko, mexique, méjico",
    "my": "mys, malaysien, malaisie",
    "nl": "nld, holland, nederland, niederlande, pays-bas, países bajos, paesi bassi",
    "no": "nor, norge, noreg, norwegen, norvège, noruega",
    "nz": "nzl, aotearoa, neuseeland, nouvelle-zélande",
    "ph": "phl, pilipinas, philippinen, filipinas",
    "pl": "pol, polska, polen, pologne, polonia",
    "pt": "prt, portugal",
    "se": "swe, sverige, schweden, suède, suecia",
    "sg": "sgp, singapur, singapour, 新加坡",
    "tw": "twn, 台灣, 臺灣, 台湾",
    "us": "usa, america, united states of america, the states, estados unidos, eeuu, ee uu, états-unis, stati uniti, "
    "vereinigte staaten, сша, 美国, 美國",
    "za": "zaf, rsa, suid-afrika, mzansi, südafrika, afrique du sud",
}


class Line(NamedTuple):
    """One help line as it was read; `seen` is the last date that its page showed.

    `sought`: when we looked for a newer page, and could read none.
    """

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
    sought: str = ""


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
    """A country by its code or by what people call it; of `London, UK` the last part that is one."""
    names = _names()
    parts = (said, *reversed(said.split(",")))
    code = next((names[key] for part in parts if (key := _key(part)) in names), None)
    return _country(code) if code else None


def asked_for(line: str) -> str | None:
    """The country behind `help-now` as typed at a prompt: empty where none is named, None on another line."""
    typed = " ".join(line.casefold().split()).removeprefix("psychodyn ")
    for word in _COMMAND:
        if typed == word or typed.startswith(f"{word} "):
            return typed.removeprefix(word).strip().removeprefix("--country").lstrip(" =")
    return None


def nearly_called(said: str) -> Country | None:
    """The country whose name is nearest to what was typed, to be offered and never opened."""
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only a typing error should pay

    names = _names()
    near = get_close_matches(_key(said), names, 1, 0.75)
    return _country(names[near[0]]) if near else None


def _names() -> dict[str, str]:
    called = {code: f"{code}, {LINES[code][0]}, {_CALLED.get(code, '')}" for code in LINES if code != INTERNATIONAL}
    return {key: code for code, names in called.items() for name in names.split(",") if (key := _key(name))}


def _key(name: str) -> str:
    """Without case, accents, full stops, hyphens and the article."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    bare = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split()).removeprefix("the ")


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
            *_everywhere(country.emergency),
        ),
        f"psychodyn help-now --country {country.code}",
        _at_the_end(country),
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
            *_everywhere(()),
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
    return f"{told}. ({age(line.seen, line.sought, today)}.)"


def age(seen: str, sought: str, today: date) -> str:
    """How old a page is by its own date, and what that means for what was read there."""
    if not seen:
        return "Its page shows no date"
    full = date.fromisoformat((seen + "-01-01")[:10] if len(seen) == 4 else (seen + "-01")[:10])  # noqa: PLR2004 - a year
    if (today - full).days <= OLD:
        return f"Page of {when(seen)}"
    if sought:
        looked = f"In {when(sought)} we looked for a newer one and could read none"
        return f"Page of {when(seen)}. {looked}: it may have changed"
    return f"Page of {when(seen)}, more than a year old: it may have changed"


def when(iso: str) -> str:
    """2026-11-24 as 24 November 2026, and 2026-11 as November 2026."""
    year, *rest = iso.split("-")
    day_and_month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day_first = [str(int(day)) for day in rest[1:]]
    return " ".join((*day_first, *day_and_month, year))


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _at_the_end(country: Country) -> str:
    """The number once more: the last line is the one that stands at the prompt when a small screen has scrolled."""
    talk = next((f" To talk: {line.name} {line.phone}." for line in country.lines if line.phone), "")
    return f"In danger: {' or '.join(country.emergency)}.{talk}"


def _everywhere(emergency: tuple[str, ...]) -> Iterator[Section]:
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
            Bullets(
                (
                    words(
                        "We have not rung these numbers. We read them on the pages of the services, or of those who "
                        f"point to them, and last went through the list on {when(REVIEWED)}."
                    ),
                    words(
                        "What we read may be an older copy. Where a line tells the day of its page, that is how fresh "
                        "it is."
                    ),
                    words("No answer, or a wrong number? Try the next line, or look at findahelpline.com."),
                    words(f"In danger, do not wait for a line. Call {_emergency(emergency)}."),
                )
            ),
        ),
        tone="quiet",
    )


def _emergency(numbers: tuple[str, ...]) -> str:
    return " or ".join(numbers) or "the emergency number"
