"""Sources for reference managers, as they read them."""

import json

import pytest

from builders import a_source
from conftest import Golden, Run
from psychodyn_cli.formats.bibliography import bibtex, csl

SOURCES = (
    a_source(
        id="mueller-lopez2010",
        name="Übertragung & Gegenübertragung: 50% more, 100 $ less_er {sic}",
        type="article-journal",
        author=("Müller, Jörg", "López García, María-José", "et al."),
        issued="2010",
        container_title="Psyche & Søn",
        publisher="",
        volume="64",
        issue="3",
        page="101-17",
        DOI="10.1000/a_b(2010)#3",
        note="abstract",
    ),
    a_source(
        id="doe1999a",
        name="A chair",
        type="chapter",
        author=("Doe, Jane",),
        container_title="A book of chairs",
        page="3-5, 9",
    ),
    a_source(id="doe1999", name=r"On chairs \ tables ~ #1 ^ x", author=("Doe, Jane", "Roe, R. & Sons")),
    a_source(
        id="who-page",
        name="Chairs",
        type="webpage",
        author=("World Health & Chair Organization",),
        issued="",
        publisher="",
        URL="https://example.org/a_b?c=%20&d#e",
    ),
    a_source(
        id="roe2001",
        name="Sitting",
        type="thesis",
        author=("Roe, Ann",),
        issued="2001",
        publisher="Université de Paris",
    ),
    a_source(id="report2015", name="Seats", type="report", author=(), issued="2015", container_title="Ministry"),
    a_source(
        id="essay2016",
        name="Seated",
        type="article-magazine",
        issued="2016",
        container_title="The Chair",
        publisher="",
    ),
)


def test_bibtex(golden: Golden) -> None:
    golden("sources.bib", bibtex(SOURCES))


def test_csl_json(golden: Golden) -> None:
    golden("sources.csl.json", csl(SOURCES))


def test_csl_json_is_json_and_keeps_every_letter() -> None:
    told = json.loads(csl(SOURCES))
    assert [one["title"] for one in told] == [source.name for source in SOURCES]
    assert told[0]["author"][0] == {"family": "Müller", "given": "Jörg"}


@pytest.mark.parametrize(
    ("printed", "in_tex"),
    [("101-17", "101--17"), ("3-5, 9-11", "3--5, 9--11"), ("289-", "289--"), ("e22", "e22")],
    ids=["a range", "two ranges", "no last page", "an article's number"],
)
def test_pages_have_the_dash_of_a_range(printed: str, in_tex: str) -> None:
    assert f"  pages = {{{in_tex}}}" in bibtex((a_source(page=printed),))


@pytest.mark.parametrize(
    ("letter", "in_tex"),
    [
        ("{", r"\{"), ("}", r"\}"), ("&", r"\&"), ("%", r"\%"), ("$", r"\$"), ("#", r"\#"), ("_", r"\_"),
        ("\\", r"\textbackslash{}"), ("~", r"\textasciitilde{}"), ("^", r"\textasciicircum{}"), ("ü", "ü"),
    ],
)  # fmt: skip
def test_a_letter_that_means_something_to_tex_prints_as_itself(letter: str, in_tex: str) -> None:
    text = bibtex((a_source(name=f"a {letter} b", author=(f"Doe, {letter}",), publisher=letter),))
    assert f"  title = {{{{a {in_tex} b}}}}" in text
    assert f"  author = {{Doe, {in_tex}}}" in text
    assert f"  publisher = {{{in_tex}}}" in text


@pytest.mark.parametrize(
    ("authors", "in_tex", "in_csl"),
    [
        (("Doe, Jane",), "Doe, Jane", [{"family": "Doe", "given": "Jane"}]),
        (("A Body",), "{A Body}", [{"literal": "A Body"}]),
        (("Doe, Jane", "et al."), "Doe, Jane and others", [{"family": "Doe", "given": "Jane"}]),
        (("Doe, Jane", "others"), "Doe, Jane and others", [{"family": "Doe", "given": "Jane"}]),
    ],
    ids=["a person", "a body is one name", "et al.", "others"],
)
def test_an_author_is_a_person_a_body_or_the_rest(
    authors: tuple[str, ...], in_tex: str, in_csl: list[dict[str, str]]
) -> None:
    source = a_source(author=authors)
    assert f"  author = {{{in_tex}}}" in bibtex((source,))
    assert json.loads(csl((source,)))[0]["author"] == in_csl


def test_the_command_prints_them_all_or_those_that_are_named(run: Run) -> None:
    every = json.loads(run("sources", "--format", "csl-json").out)
    assert len(every) > 100
    first, second = (one["id"] for one in every[:2])
    assert run("sources", first, second, "--format", "bibtex").out.count("\n@") == 1
