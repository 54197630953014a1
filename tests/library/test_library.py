"""The open library: look up, list, search. Three entries in memory say it all."""

import pytest

from builders import (
    DIMENSIONS,
    a_concept,
    a_library,
    a_milestone,
    a_reading,
    a_source,
    a_support,
    a_technique,
    a_therapy,
)
from psychodyn_cli.entries import AnyEntry, Concept, Source, Technique
from psychodyn_cli.library import shelf
from psychodyn_cli.library.building import build
from psychodyn_cli.library.shelf import Library, Named, Stale
from psychodyn_cli.problems import Place, Problem

MIRRORING = a_technique(aliases=("echoing", "saying back"), people_say=("a parrot",))
STAGE = a_concept(
    meaning="A mirror of old scenes.",
    example="Zoe hears an *echo* of [[mirroring|it]] [@doe1999]: [[working-through]].",
)
WALKING = a_therapy()
SOURCE = a_source()
COUNTRY = a_support()
LIBRARY = a_library(MIRRORING, STAGE, WALKING, SOURCE, COUNTRY)


# Look up -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", [MIRRORING, STAGE, WALKING], ids=lambda entry: entry.id)
def test_a_page_is_what_was_put_in(entry: AnyEntry) -> None:
    assert LIBRARY.page(entry.id) == entry


def test_what_is_not_there_is_none() -> None:
    assert LIBRARY.page("silence") is None
    assert LIBRARY.source("roe2001") is None
    assert LIBRARY.support("utopia") is None
    assert LIBRARY.name_of("silence") is None


def test_sources_and_countries_are_no_pages() -> None:
    assert LIBRARY.source("doe1999") == SOURCE
    assert LIBRARY.support("ruritania") == COUNTRY
    assert LIBRARY.page("doe1999") is None
    assert LIBRARY.page("ruritania") is None


def test_an_id_is_found_in_any_case() -> None:
    assert LIBRARY.source("Doe1999") == SOURCE
    assert LIBRARY.page("MIRRORING") == MIRRORING


def test_several_pages_come_in_the_order_asked_and_the_missing_are_left_out() -> None:
    assert LIBRARY.pages(("the-inner-stage", "silence", "mirroring")) == (STAGE, MIRRORING)


def test_a_page_and_a_source_may_have_the_same_id() -> None:
    page, source = a_milestone(id="chairs"), a_source(id="chairs")
    library = a_library(page, source)

    assert library.page("chairs") == page
    assert library.source("chairs") == source


# List ----------------------------------------------------------------------------------------------


def test_a_kind_is_listed_by_id() -> None:
    library = a_library(a_technique(id="b"), STAGE, a_technique(id="a"), a_technique(id="c"))

    assert [entry.id for entry in library.of_kind(Technique)] == ["a", "b", "c"]
    assert library.of_kind(Concept) == (STAGE,)
    assert library.of_kind(Source) == ()


def test_ids_are_those_of_pages_or_of_one_kind() -> None:
    assert LIBRARY.ids() == ("mirroring", "the-inner-stage", "walking-therapy")
    assert LIBRARY.ids("concept") == ("the-inner-stage",)
    assert LIBRARY.ids("source") == ("doe1999",)


def test_the_rows_of_compare_come_in_their_own_order() -> None:
    assert LIBRARY.dimensions() == DIMENSIONS


def test_an_empty_library_is_a_library() -> None:
    library = a_library(dimensions=())

    assert (library.ids(), library.dimensions(), library.problems(), library.search(["a"])) == ((), (), (), ())


# Names ---------------------------------------------------------------------------------------------


def test_every_name_leads_to_its_entry_and_says_what_it_is() -> None:
    assert LIBRARY.named("mirroring") == (
        Named("mirroring", "mirroring", "mirroring", 0),
        Named("mirroring", "mirroring", "Mirroring", 0),
    )
    assert LIBRARY.named("saying back") == (Named("saying back", "mirroring", "saying back", 1),)
    assert LIBRARY.named("a parrot") == (Named("a parrot", "mirroring", "a parrot", 2),)


def test_sources_and_countries_do_not_open_by_name() -> None:
    assert LIBRARY.named("on chair") == ()
    assert LIBRARY.named("ruritania") == ()


def test_own_names_come_before_aliases_and_aliases_before_what_people_say() -> None:
    library = a_library(
        a_concept(id="a", people_say=("echo",)), a_concept(id="b", aliases=("echo",)), a_concept(id="c", name="Echo")
    )

    assert [name.entry_id for name in library.named("echo")] == ["c", "b", "a"]


def test_names_that_are_spelt_nearly_so_are_candidates() -> None:
    assert "mirroring" in {name.entry_id for name in LIBRARY.nearly_named("miroring")}
    assert LIBRARY.nearly_named("xyz") == ()
    assert LIBRARY.nearly_named("") == ()


def test_a_name_is_told_without_the_page() -> None:
    assert LIBRARY.name_of("the-inner-stage") == "The inner stage"


# Search --------------------------------------------------------------------------------------------


def test_a_name_ranks_above_an_alias_above_what_people_say_above_text() -> None:
    word = "zebra"
    library = a_library(
        a_concept(id="in-text", meaning=f"A {word} is seen."),
        a_concept(id="said", people_say=(f"I saw a {word}",)),
        a_concept(id="named", name=f"The {word}"),
        a_concept(id="also-called", aliases=(f"the striped {word}",)),
        a_concept(id="unrelated"),
    )

    assert [hit.id for hit in library.search([word])] == ["named", "also-called", "said", "in-text"]


def test_the_stem_of_a_word_is_found() -> None:
    assert [hit.id for hit in LIBRARY.search(["mirrors"])] == ["mirroring", "the-inner-stage"]


def test_a_word_is_found_in_british_and_american_spelling_and_without_its_accents() -> None:
    library = a_library(a_concept(meaning="The colour of déjà vu."))

    assert [hit.id for hit in library.search(["color"])] == ["the-inner-stage"]
    assert [hit.id for hit in library.search(["deja"])] == ["the-inner-stage"]


def test_a_hit_comes_with_the_words_around_it_as_they_are_read_aloud() -> None:
    (hit,) = LIBRARY.search(["zoe"])

    assert "Zoe hears an echo of it: working through.\n" in hit.line
    assert hit.line.startswith("…")
    assert len(hit.line.split()) <= 20


def test_no_more_hits_than_wanted() -> None:
    library = a_library(*(a_concept(id=f"scene-{number}") for number in range(12)))

    assert len(library.search(["scene"], most=3)) == 3
    assert len(library.search(["scene"])) == 10


def test_a_word_of_most_pages_costs_a_large_library_nothing_and_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_LARGE", 10)
    library = a_library(
        *(a_concept(id=f"scene-{number}", meaning="A scene.") for number in range(12)),
        a_concept(id="lantern", meaning="A lantern over the scene."),
    )

    assert next(hit.id for hit in library.search(["scene", "lantern"])) == "lantern"
    assert len(library.search(["scene"])) == 10


def test_words_that_the_library_uses_are_known_with_their_stems() -> None:
    assert LIBRARY.uses("mirroring")
    assert not LIBRARY.uses("mirrored")
    assert LIBRARY.uses_stem_of("mirrored")
    assert not LIBRARY.uses_stem_of("zebra")
    assert "mirroring" in LIBRARY.words_like("miroring")


# Packs ---------------------------------------------------------------------------------------------


def test_a_pack_adds_entries_and_never_replaces_one_of_the_program() -> None:
    pack = a_reading(a_technique(short="Another."), a_concept(id="extra"), dimensions=())
    library = Library(build((a_reading(MIRRORING), pack), ""), None)

    assert library.page("mirroring") == MIRRORING
    assert library.page("extra") is not None
    assert library.dimensions() == DIMENSIONS


def test_an_entry_knows_the_pack_that_it_came_with() -> None:
    library = Library(build((a_reading(MIRRORING), a_reading(STAGE)), ""), None)

    assert library.pack_of("mirroring") == ""
    assert library.pack_of("the-inner-stage") == "data"
    assert library.pack_of("silence") == ""


def test_what_could_not_be_read_is_remembered() -> None:
    problem = Problem(Place("data/concepts/a.yaml", 3), "C004", "not YAML", "write YAML")
    library = Library(build((a_reading(problems=(problem,)),), ""), None)

    assert library.problems() == (str(problem),)


# Renewal -------------------------------------------------------------------------------------------


def test_a_library_is_made_anew_once() -> None:
    made = []

    def renew() -> object:
        made.append(1)
        return build((a_reading(STAGE),), "")

    library = Library(build((a_reading(),), ""), renew)  # type: ignore[arg-type]

    assert library.page("the-inner-stage") is None
    assert library.renewed()
    assert library.page("the-inner-stage") == STAGE
    assert not library.renewed()
    assert made == [1]


def test_what_is_damaged_beyond_renewal_is_an_error_and_no_wrong_answer() -> None:
    database = build((a_reading(STAGE),), "")
    database.execute("UPDATE entries SET json = 'not what it was'")

    with pytest.raises(Stale):
        Library(database, None).page("the-inner-stage")
