"""Work that another process does meanwhile gives what it would have given here."""

import os

import pytest

from psychodyn_cli.reading.meanwhile import meanwhile


def test_the_result_is_that_of_the_work() -> None:
    assert meanwhile(lambda: ("a", 1, ["b"] * 100_000))() == ("a", 1, ["b"] * 100_000)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_the_work_is_done_by_another_process() -> None:
    assert meanwhile(os.getpid)() != os.getpid()


def test_where_a_system_cannot_fork_it_is_done_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    assert meanwhile(os.getpid)() == os.getpid()


def test_work_that_fails_there_is_done_here_so_that_its_fault_is_seen() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        meanwhile(fail)()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_no_process_is_left_behind() -> None:
    meanwhile(lambda: 1)()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
