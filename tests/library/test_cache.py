"""The copy of the library kept between runs: whatever befalls it, the answer is the right one."""

import os
import pwd
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import psychodyn_cli
from builders import DIMENSIONS, a_concept, a_technique, as_yaml, write, written
from conftest import Run
from psychodyn_cli import paths
from psychodyn_cli.entries import AnyPage, Technique
from psychodyn_cli.errors import ContentError
from psychodyn_cli.finding import Found, find, search
from psychodyn_cli.library import keeping
from psychodyn_cli.library.opening import open_library
from psychodyn_cli.reading import read_file

MIRRORING = a_technique(aliases=("echoing",))
STAGE = a_concept(aliases=("inner theatre",))
BROKEN = "name: Half\nshort: [\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder of two pages, and a cache folder that is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PSYCHODYN_DATA", str(tmp_path / "data"))
    return written(tmp_path / "data", MIRRORING, STAGE, dimensions=DIMENSIONS)


def opened(name: str) -> AnyPage | None:
    """What this name opens in a new run."""
    found = find(open_library(), name)
    return found.entry if isinstance(found, Found) else None


ASKED: dict[str, Callable[[], bool]] = {
    "an alias": lambda: opened("echoing") == MIRRORING,
    "a name": lambda: opened("The inner stage") == STAGE,
    "a list": lambda: open_library().of_kind(Technique) == (MIRRORING,),
    "the rows of compare": lambda: open_library().dimensions() == DIMENSIONS,
}


def is_right() -> bool:
    return all(asked() for asked in ASKED.values())


def kept_copy() -> Path:
    (copy,) = (Path(os.environ["XDG_CACHE_HOME"]) / "psychodyn").glob("library-*.sqlite")
    return copy


def later(path: Path) -> None:
    """As if it had been written a minute later: clocks of file systems tick slowly."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 60_000_000_000))


def edit(path: Path, entry: AnyPage) -> None:
    """In place: the folder does not change."""
    write(path, as_yaml(entry))
    later(path)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on, reading a content file is an error."""

    def forbid() -> None:
        monkeypatch.setattr("psychodyn_cli.reading.read", lambda folder: pytest.fail(f"reads {folder}"))

    return forbid


# A good copy ---------------------------------------------------------------------------------------


def test_the_second_run_reads_no_content_file(folder: Path, unread: Callable[[], None]) -> None:
    assert opened("echoing") == MIRRORING

    unread()

    assert opened("echoing") == MIRRORING
    assert folder.is_dir()


def test_a_name_that_is_not_there_makes_nothing_anew(folder: Path, unread: Callable[[], None]) -> None:
    assert opened("echoing") == MIRRORING

    unread()

    assert opened("ecchoing") is None
    assert search(open_library(), "ecchoing zebra").hits
    assert folder.is_dir()


def test_nobody_else_may_read_the_folder_of_the_copy(folder: Path) -> None:
    assert opened("echoing") == MIRRORING

    assert kept_copy().parent.stat().st_mode & 0o077 == 0
    assert [file.name for file in kept_copy().parent.iterdir()] == [kept_copy().name]
    assert folder.is_dir()


def test_only_a_few_copies_are_kept(folder: Path) -> None:
    for number in range(7):
        os.utime(folder / "techniques", (number, number))
        assert opened("echoing") == MIRRORING

    newest = keeping.place_of(keeping.fingerprint((folder,)))
    assert newest is not None
    assert newest.exists()
    assert len(list(newest.parent.iterdir())) == 4


def test_each_folder_has_a_copy_of_its_own(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened("echoing") == MIRRORING
    twin = shutil.copytree(folder, tmp_path / "twin")
    changed = a_technique(aliases=("echoing",), short="They say it back.")
    edit(twin / "techniques/mirroring.yaml", changed)
    for path in (folder, *folder.iterdir()):
        shutil.copystat(path, twin / path.relative_to(folder))

    monkeypatch.setenv("PSYCHODYN_DATA", str(twin))

    assert opened("echoing") == changed


def test_ids_for_completion_come_from_the_copy_alone(folder: Path) -> None:
    assert keeping.kept_ids() == ()

    assert opened("echoing") == MIRRORING

    assert keeping.kept_ids() == ("mirroring", "the-inner-stage")
    assert folder.is_dir()


def test_without_content_there_are_no_ids_to_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda: None)

    assert keeping.kept_ids() == ()


# No place to keep it -------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
def test_a_cache_folder_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(write(tmp_path / "file", "")))

    assert is_right()


@pytest.mark.usefixtures("folder")
def test_a_cache_folder_whose_name_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", f"/{'a' * 5000}")

    assert is_right()


@pytest.mark.usefixtures("folder")
def test_a_read_only_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "cache").mkdir(mode=0o500)  # root may write all the same
    monkeypatch.setattr(Path, "mkdir", refuse)

    assert is_right()
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_written_in_the_cache_folder(tmp_path: Path) -> None:
    mark = keeping.fingerprint((tmp_path / "data",))
    place = keeping.place_of(mark)
    assert place is not None
    place.with_name(f".{place.name}.{os.getpid()}").mkdir(parents=True)

    assert is_right()
    assert not place.exists()


@pytest.mark.usefixtures("folder")
def test_a_full_disk(tmp_path: Path) -> None:
    with room_for(20_000):
        assert is_right()

    assert list((tmp_path / "cache" / "psychodyn").iterdir()) == []


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """The disk takes no file that is larger."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("folder")
def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(uid: int) -> pwd.struct_passwd:
        raise KeyError(uid)

    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(pwd, "getpwuid", nobody)

    assert paths.cache_folder() is None
    assert is_right()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("given_folder", ["/var/somewhere", "", "not/absolute", None])
def test_the_cache_folder_is_the_one_that_platformdirs_says(
    monkeypatch: pytest.MonkeyPatch, given_folder: str | None
) -> None:
    if given_folder is None:
        monkeypatch.delenv("XDG_CACHE_HOME")
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", given_folder)

    assert paths.cache_folder() == platformdirs.user_cache_path("psychodyn", appauthor=False)


def test_asking_where_things_are_makes_no_folder(folder: Path, tmp_path: Path) -> None:
    assert paths.cache_folder() == tmp_path / "cache" / "psychodyn"
    assert paths.data_folder() == folder
    assert not (tmp_path / "cache").exists()


# A bad copy ----------------------------------------------------------------------------------------


def changed(*statements: str) -> Callable[[Path], None]:
    """The copy with something done to its tables."""

    def change(copy: Path) -> None:
        with closing(sqlite3.connect(copy, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement)

    return change


def replaced(make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Something else in the copy's place."""

    def replace(copy: Path) -> None:
        copy.unlink()
        make(copy)

    return replace


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda copy: copy.write_bytes(b""),
    "no database": lambda copy: copy.write_bytes(b"Once upon a time" * 1000),
    "zeros": lambda copy: copy.write_bytes(bytes(copy.stat().st_size)),
    "a part": lambda copy: copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2]),
    "a page": lambda copy: copy.write_bytes(copy.read_bytes()[:4096]),
    "too much": lambda copy: copy.write_bytes(copy.read_bytes() * 2),
    "a folder": replaced(Path.mkdir),
    "a link to nothing": replaced(lambda copy: copy.symlink_to("nowhere")),
    "a link to itself": replaced(lambda copy: copy.symlink_to(copy)),
    "a database of another program": replaced(changed("CREATE TABLE bookmarks (url TEXT)")),
    "a table missing": changed("DROP TABLE entries"),
    "an old version's": changed(
        "UPDATE meta SET value = 'another' WHERE key = 'fingerprint'",
        "UPDATE names SET address = 'page/the-inner-stage'",
    ),
    "a name that leads to another entry": changed(
        "UPDATE names SET address = 'page/the-inner-stage' WHERE key = 'echoing'"
    ),
    "names that lead nowhere": changed("UPDATE names SET address = 'page/nowhere'"),
    "facts missing": changed("DELETE FROM meta WHERE key <> 'fingerprint'"),
    "facts changed": changed("UPDATE meta SET value = '[]' WHERE key <> 'fingerprint'"),
    "an entry in other words": changed("UPDATE entries SET json = CAST(replace(json, 'said', 'sang') AS BLOB)"),
    "an entry of no kind": changed("UPDATE entries SET kind = 'zebra'"),
    "an entry of another kind": changed("UPDATE entries SET kind = 'technique' WHERE id = 'the-inner-stage'"),
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_a_damaged_copy(damage: Callable[[Path], object], asked: Callable[[], bool]) -> None:
    assert is_right()

    damage(kept_copy())

    assert asked()


FLIPS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=40)


@pytest.fixture(scope="module")
def whole_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A kept copy for hypothesis, which cannot have a new one for every example."""
    home = tmp_path_factory.mktemp("flipped")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("PSYCHODYN_DATA", str(written(home / "data", MIRRORING, STAGE, dimensions=DIMENSIONS)))
        assert is_right()
        shutil.copy(kept_copy(), home / "whole")
        yield home / "whole"


@given(FLIPS, st.sampled_from(sorted(ASKED)))
def test_a_copy_with_bytes_flipped_anywhere(whole_copy: Path, flips: list[tuple[float, int]], asked: str) -> None:
    content = bytearray(whole_copy.read_bytes())
    for where, byte in flips:
        content[int(where * len(content))] = byte
    kept_copy().write_bytes(content)

    assert ASKED[asked]()


@given(st.floats(0, 1, exclude_max=True), st.sampled_from(sorted(ASKED)))
def test_a_copy_cut_off_anywhere(whole_copy: Path, where: float, asked: str) -> None:
    content = whole_copy.read_bytes()
    kept_copy().write_bytes(content[: int(where * len(content))])

    assert ASKED[asked]()


@pytest.mark.usefixtures("folder")
def test_another_version_keeps_a_copy_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_right()
    old = kept_copy()

    monkeypatch.setattr(keeping, "__version__", "99.0")

    assert psychodyn_cli.__version__ != "99.0"
    assert is_right()
    assert len(list(old.parent.iterdir())) == 2


def test_a_cold_cache_and_ten_processes_at_once(folder: Path) -> None:
    code = "import sys; from psychodyn_cli.cli import main; sys.argv = ['psychodyn', 'explain', 'echoing']; main()"
    started = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(10)
    ]
    said = [process.communicate(timeout=60) for process in started]

    assert {process.returncode for process in started} == {0}
    assert len({out for out, _ in said}) == 1
    assert said[0][0].startswith("Mirroring\n")
    assert {err for _, err in said} == {""}
    assert [file.name for file in kept_copy().parent.iterdir()] == [kept_copy().name]
    assert folder.is_dir()


# Content that changes ------------------------------------------------------------------------------


def test_a_file_edited_in_place_is_read_again(folder: Path) -> None:
    assert is_right()
    changed = a_technique(aliases=("echoing",), short="They say it back.")

    edit(folder / "techniques/mirroring.yaml", changed)

    assert opened("mirroring") == changed
    assert open_library().of_kind(Technique) == (changed,)


def test_a_name_added_in_place_opens(folder: Path) -> None:
    assert is_right()
    changed = a_technique(aliases=("echoing", "parroting"))

    edit(folder / "techniques/mirroring.yaml", changed)

    assert opened("parroting") == changed


def test_a_name_taken_away_in_place_opens_no_more(folder: Path) -> None:
    assert is_right()

    edit(folder / "techniques/mirroring.yaml", a_technique())

    assert opened("echoing") is None


def test_a_name_given_to_another_entry_in_place_opens_that_one(folder: Path) -> None:
    assert is_right()
    stage = a_concept(aliases=("inner theatre", "echoing"))

    edit(folder / "techniques/mirroring.yaml", a_technique())
    edit(folder / "concepts/the-inner-stage.yaml", stage)

    assert opened("echoing") == stage


def test_another_entry_is_called_as_it_is_now(folder: Path) -> None:
    assert is_right()

    edit(folder / "techniques/mirroring.yaml", a_technique(id="mirroring", name="The mirror"))

    assert open_library().name_of("mirroring") == "The mirror"


def test_a_word_added_in_place_is_found(folder: Path) -> None:
    assert is_right()

    edit(folder / "concepts/the-inner-stage.yaml", a_concept(meaning="A zebra walks on."))

    assert [hit.id for hit in search(open_library(), "zebra").hits] == ["the-inner-stage"]


def test_a_file_added_is_found(folder: Path) -> None:
    assert is_right()

    written(folder, a_technique(id="silence"))
    later(folder / "techniques")

    assert opened("silence") == a_technique(id="silence")
    assert len(open_library().of_kind(Technique)) == 2


def test_a_folder_added_is_found(folder: Path) -> None:
    assert is_right()

    written(folder, a_concept(id="silence"))
    shutil.move(folder / "concepts", folder / "questions")
    later(folder)

    assert opened("silence") is None
    assert opened("inner theatre") is None


def test_a_file_deleted_is_gone(folder: Path) -> None:
    assert is_right()

    (folder / "techniques/mirroring.yaml").unlink()

    assert opened("echoing") is None
    assert open_library().of_kind(Technique) == ()


def test_the_rows_of_compare_changed_are_read_again(folder: Path) -> None:
    assert is_right()

    written(folder, dimensions=DIMENSIONS[:2])
    later(folder / "dimensions.yaml")

    assert open_library().dimensions() == DIMENSIONS[:2]


def test_a_file_that_is_written_while_it_is_read_counts_as_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "techniques/mirroring.yaml"
    honest = Path.read_bytes

    def overtaken(self: Path) -> bytes:
        content = honest(self)
        edit(path, a_technique(short="They say it back."))
        return content

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", overtaken)
        read = read_file(path, folder)

    assert read.entry == MIRRORING
    assert (read.mtime_ns, read.size) != (path.stat().st_mtime_ns, path.stat().st_size)


def test_no_content_at_all_is_said_with_the_way_out(folder: Path) -> None:
    shutil.rmtree(folder)

    with pytest.raises(ContentError, match=r"C000 no content here\n    fix: install psychodyn again"):
        open_library()


# A broken file -------------------------------------------------------------------------------------


def test_a_broken_file_takes_nothing_else_away_and_is_told_once(folder: Path, run: Run) -> None:
    write(folder / "techniques/half.yaml", BROKEN)
    write(folder / "techniques/none.yaml", "")
    told = (
        "Some content could not be used: data/techniques/half.yaml:3: C004 not YAML: "
        "while parsing a flow node did not find expected node content and 1 more. See: psychodyn check\n"
    )

    first, second = run("explain", "echoing"), run("explain", "echoing")

    assert first.code == second.code == 0
    assert first.out.startswith("Mirroring\n")
    assert first == second
    assert first.err == told


def test_a_file_broken_in_place_is_told_and_the_rest_is_served(folder: Path, run: Run) -> None:
    assert is_right()

    write(folder / "techniques/mirroring.yaml", BROKEN)
    later(folder / "techniques/mirroring.yaml")

    assert run("explain", "inner theatre").out.startswith("The inner stage\n")
    missed = run("explain", "echoing")
    assert missed.code == 3
    assert missed.out == ""


def test_a_file_mended_in_place_opens(folder: Path) -> None:
    write(folder / "techniques/silence.yaml", BROKEN)
    assert opened("silence") is None

    edit(folder / "techniques/silence.yaml", a_technique(id="silence"))

    assert opened("silence") == a_technique(id="silence")
