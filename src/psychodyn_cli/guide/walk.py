"""Where the reader is: the page that is open, its numbered links, and the way back. No input, no output."""

from msgspec import Struct

from psychodyn_cli.pages.blocks import Doors, Hits, Links, Page


class Stop(Struct, frozen=True):
    """One place on the walk: how to show it again, and where its numbers lead."""

    page: Page
    links: tuple[str, ...]  # what typing the number would be: an entry's id, or a command


class Walk:
    """The stops so far; the last is where the reader stands."""

    def __init__(self, home: Stop) -> None:
        self._stops = [home]

    @property
    def here(self) -> Stop:
        return self._stops[-1]

    def to(self, stop: Stop) -> Stop:
        self._stops.append(stop)
        return stop

    def back(self) -> Stop:
        """The stop before; at home one stays at home."""
        if len(self._stops) > 1:
            self._stops.pop()
        return self.here

    def home(self) -> Stop:
        del self._stops[1:]
        return self.here

    def link(self, number: int) -> str | None:
        """What a number leads to from here."""
        return self.here.links[number - 1] if 1 <= number <= len(self.here.links) else None


def links_of(page: Page) -> tuple[str, ...]:
    """The numbered links of a page, in their order on it. A page has one such list at most."""
    found: tuple[str, ...] = ()
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Links | Hits):
                found = tuple(f"explain {item[0]}" for item in block.items)
            elif isinstance(block, Doors):
                found = tuple(command for _, command in block.items)
    return found


def stop_at(page: Page) -> Stop:
    return Stop(page, links_of(page))
