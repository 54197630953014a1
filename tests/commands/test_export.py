"""`export` writes pages in full into one file that needs nothing else."""

import json
import re
from pathlib import Path

from conftest import Run
from psychodyn_cli.library.shelf import Library


def test_the_whole_library_is_one_document_whose_links_lead_to_what_is_in_it(run: Run, library: Library) -> None:
    out = run("export").out
    ids = set(re.findall(r'<article id="([^"]+)"', out))
    assert ids == set(library.ids())
    assert set(re.findall(r'href="#([^"]+)"', out)) == ids


def test_some_pages_are_only_those_and_link_to_no_other(run: Run) -> None:
    out = run("export", "silence", "catharsis").out
    assert re.findall(r'<article id="([^"]+)"', out) == ["silence", "catharsis"]
    assert set(re.findall(r'href="#([^"]+)"', out)) <= {"silence", "catharsis"}


def test_pages_are_written_in_full(run: Run) -> None:
    assert "Research in detail" in run("export", "silence").out
    assert "## Debates" in run("export", "silence", "--format", "markdown").out


def test_json_is_the_entries_themselves(run: Run) -> None:
    told = json.loads(run("export", "silence", "--format", "json").out)
    assert [entry["id"] for entry in told["entries"]] == ["silence"]


def test_evidence_comes_with_its_plots(run: Run) -> None:
    out = run("export", "depression").out
    assert "<svg" in out
    assert "<desc>" in out


def test_a_new_file_is_written_and_an_old_one_is_left_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "handout.html"
    assert f"Written: {file} (1 page)" in " ".join(run("export", "silence", "--output", str(file)).err.split())
    written = file.read_text("utf-8")
    assert written.startswith("<!doctype html>")
    again = run("export", "catharsis", "--output", str(file))
    assert again.code == 2
    assert "is there already" in again.err
    assert file.read_text("utf-8") == written
