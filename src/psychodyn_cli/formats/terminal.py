"""A page on a terminal: panels where they group, tables where they compare, plain paragraphs otherwise.

The sixteen named colours only, by role; what is said never depends on them. The door to rich: nobody else imports
it, and it is imported only when a page is drawn.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import IO, assert_never

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.panel import Panel
from rich.segment import Segment
from rich.text import Span, Text

from psychodyn_cli.formats.letters import spelt
from psychodyn_cli.formats.spoken import boxes_told, length_told, plainly
from psychodyn_cli.inline import Stress
from psychodyn_cli.pages.blocks import (
    Bars,
    Blanks,
    Block,
    Boxes,
    Bullets,
    Caution,
    Cite,
    ComparedRow,
    Comparison,
    Dialogue,
    Doors,
    Forest,
    Hits,
    Hundreds,
    Lengths,
    Links,
    Listed,
    Listing,
    Moments,
    Offers,
    Page,
    Pairs,
    Paragraph,
    Prose,
    References,
    Scale,
    Scales,
    Section,
    See,
    Steps,
)
from psychodyn_cli.pages.blocks import (
    Span as Length,
)
from psychodyn_cli.spelling import spoken

PROSE = 80  # columns: wider lines are hard to read
NARROW = 60  # columns: under it tables are stacked
CELL = 22  # columns: a compared cell under this is squeezed, so the comparison is stacked instead
_FEW_LINES = 2  # a cell, on average; where it is more, a stacked row has an empty line between its cells
ROOMY = 100  # columns: under it the short columns of a list share one
PLOT = 72  # columns: an axis gains nothing beyond
FEWEST = 16  # columns: a shorter axis shows nothing
WIDEST = 160  # columns: a table gains nothing beyond
LONG_NAME = 36  # columns: what names in a list get where there is room to spare
FRAME = 6  # columns of a frame that no title can have: corners, a line and a space at each end

HEADING, LABEL, QUIET, LINK, WARN = "bold magenta", "bold", "dim", "underline", "bold red"


def render(page: Page, out: IO[str], width: int, *, color: bool) -> None:
    """Draw a page on `out`, no line wider than `width` columns."""
    console = _Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        soft_wrap=False,
        _environ={},
    )
    drawing = _Drawing(console)
    for item in _together(drawing.page(spelt(page, out)), drawing.broken):
        console.print(item, crop=not isinstance(item, _Lines))


class _Console(Console):
    """Rich's, but for a reader who has seen enough (`| head -1`): that is no failure."""

    def on_broken_pipe(self) -> None:
        try:
            super().on_broken_pipe()
        except SystemExit:
            raise SystemExit(0) from None


class _Lines:
    """Text whose lines are broken already, for Rich to style and not to wrap once more."""

    def __init__(self, lines: list[Text]) -> None:
        self.text = Text("\n").join(lines)

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Segment]:
        """A style ends with its line: a pager shows each line by itself."""
        for segment in self.text.render(console, end="\n"):
            first, *below = segment.text.split("\n") if segment.style else (segment.text,)
            yield Segment(first, segment.style)
            for line in below:
                yield Segment("\n")
                yield Segment(line, segment.style)


class _Row(Text):
    """A line that is drawn as wide as it has to be: a plot is no prose."""


def _together(items: Iterator[RenderableType], broken: Callable[[Text], Text]) -> Iterator[RenderableType]:
    """Lines that follow each other become one text: Rich prepares every print anew, and a page has many lines."""
    lines: list[Text] = []
    for item in items:
        if isinstance(item, Text):
            lines.append(item if isinstance(item, _Row) else broken(item))
            continue
        if lines:
            yield _Lines(lines)
            lines = []
        yield item
    if lines:
        yield _Lines(lines)


def _broken(text: Text, width: int, console: Console) -> Text:
    """The text in lines of at most `width` cells.

    Most text needs nothing but some of its spaces turned into line breaks, which moves no style; what needs more
    (a word longer than the line, letters of two cells) is left to Rich, which takes three times as long.
    """
    plain = text.plain
    breaks = _breaks(plain, width) if _is_one_cell_a_letter(plain) else None
    if breaks is None:
        lines = text.wrap(console, width, overflow="fold")
        for line in lines:
            line.rstrip()
        return Text("\n").join(lines)
    marks = list(plain)
    for at in breaks:
        marks[at] = "\n"
    return Text("".join(marks), style=text.style, spans=text.spans)


def _is_one_cell_a_letter(plain: str) -> bool:
    """Line breaks have no cell, and ASCII need not be measured."""
    flat = plain.replace("\n", "")
    return flat.isascii() or cell_len(flat) == len(flat)


def _breaks(plain: str, width: int) -> list[int] | None:
    """Where to break; None where a word is longer than a line, or a line would end in a space."""
    breaks = []
    start = 0
    for line in plain.split("\n"):
        end = start + len(line)
        while end - start > width:
            at = plain.rfind(" ", start + 1, start + width + 1)
            if at < 0 or plain[at - 1] == " ":
                return None
            breaks.append(at)
            start = at + 1
        start = end + 1
    return breaks


class _Drawing:
    """Turns blocks into what Rich draws, for one width and one alphabet."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = console.width
        self.prose = min(console.width, PROSE)
        self.utf = console.encoding.startswith("utf")
        self.sides = (0, 0)  # columns of the studies and of the figures, the same for all plots of a page
        self.listed: tuple[Listed, ...] = ()  # all rows of lists on the page: their columns are equally wide

    def broken(self, text: Text, width: int | None = None) -> Text:
        return _broken(text, width or self.prose, self.console)

    def page(self, page: Page) -> Iterator[RenderableType]:
        plots = [block for section in page.sections for block in section.blocks if isinstance(block, Forest)]
        results = [one for plot in plots for one in plot.results]
        self.sides = (
            min(20, max((len(one.study) for one in results), default=0)),
            max((len(one.printed) for one in results), default=0),
        )
        self.listed = tuple(_listed(page))
        yield self._head(page)
        for section in page.sections:
            yield from self._section(section)
        if page.next:
            yield Text()
            yield Text(page.next, LABEL)

    def _head(self, page: Page) -> RenderableType:
        """The title stands in the frame, or, where it is too long for that, under it: Rich would cut it off."""
        title = Text(page.title, HEADING)
        framed = cell_len(page.title) <= self.prose - FRAME
        told = (Text() if framed else title, _styled(page.lead), Text(page.kicker, QUIET))
        return Panel(
            Text("\n").join(text for text in told if text.plain),
            title=title if framed else None,
            title_align="left",
            width=self.prose,
            border_style="magenta",
        )

    def _section(self, section: Section) -> Iterator[RenderableType]:
        yield Text()
        if section.heading:
            yield Text(section.heading, HEADING)
        for number, block in enumerate(section.blocks):
            if number and not isinstance(block, Bullets):
                yield Text()
            yield from self._block(block, QUIET if section.tone == "quiet" else "")

    def _block(self, block: Block, style: str) -> Iterator[RenderableType]:
        match block:
            case Paragraph(prose):
                yield _styled(prose, style)
            case Caution(prose):
                yield Panel(
                    _styled(prose),
                    title=Text("Please note", WARN),
                    title_align="left",
                    width=self.prose,
                    border_style="red",
                )
            case Bullets() | Steps():
                yield from self._points(block, style)
            case Pairs(items):
                yield from self._pairs(items, style)
            case Dialogue():
                yield from self._dialogue(block)
            case Listing():
                yield from self._listing(block)
            case Comparison():
                yield from self._comparison(block)
            case Lengths(spans):
                yield from self._lengths(spans)
            case Scales(scales, note):
                yield from (line for scale in scales for line in self._scale(scale))
                yield Text(note, QUIET)
            case Hits(items):
                yield from self._hits(items)
            case Moments(items):
                yield from self._moments(items)
            case Forest():
                yield from self._forest(block)
            case Doors(items):
                yield from (self._door(f"{number}. ", *item) for number, item in enumerate(items, 1))
            case Offers(items):
                yield from (self._hanging(f"{number}. ", Text(item)) for number, item in enumerate(items, 1))
            case Boxes(items):
                yield from (
                    Text(line) if len(line) <= self.prose else self._hanging("", Text(line), "    ")
                    for line in boxes_told(items, self.prose)
                )
            case Bars(items, full):
                yield from self._bars(items, full)
            case Hundreds(groups):
                yield from (line for group in groups for line in self._hundred(*group))
            case Blanks(items):
                yield from map(self._blank, items)
            case Links(items):
                yield from self._links(items)
            case References(items):
                yield from (
                    self._hanging(f"[{item.number}] ", Text(f"{item.text} {item.url}".rstrip(), QUIET))
                    for item in items
                )
            case _:
                assert_never(block)

    def _points(self, block: Bullets | Steps, style: str) -> Iterator[Text]:
        """Steps are not numbered alone, as links are: a number that is typed opens a link."""
        for number, item in enumerate(block.items, 1):
            yield self._hanging(f"Step {number}  " if isinstance(block, Steps) else "- ", _styled(item, style))

    def _door(self, mark: str, what_for: str, command: str) -> Text:
        """The command on a line of its own where it would be broken."""
        gap = "  " if cell_len(f"{mark}{what_for}  {command}") <= self.prose else "\n"
        return self._hanging(mark, Text.assemble((what_for, LABEL), (gap + command, QUIET)))

    def _blank(self, label: str) -> Text:
        """A dotted line behind the label, or below it where there is no room."""
        room = self.prose - cell_len(label) - 1
        dotted = f" {'.' * room}" if room >= FEWEST else "\n" + "." * self.prose
        return Text.assemble((label, LABEL), (dotted, QUIET))

    def _pairs(self, items: tuple[tuple[str, Prose], ...], style: str) -> Iterator[Text]:
        """A line each; where what is said fills several lines, a gap between."""
        told = [Text.assemble((f"{label}  ", LABEL), _styled(prose, style)) for label, prose in items]
        apart = any(len(text) > 2 * self.prose for text in told)
        for number, text in enumerate(told):
            if number and apart:
                yield Text()
            yield text

    def _hanging(self, mark: str, text: Text, below: str = "") -> Text:
        """Text behind a mark, the lines below set in as far as the mark is wide, or behind a mark of their own."""
        broken = self.broken(text, max(8, self.prose - max(len(mark), len(below))))
        margin = below or " " * len(mark)
        breaks = [at for at, letter in enumerate(broken.plain) if letter == "\n"]

        def moved(at: int) -> int:
            return at + len(mark) + len(margin) * bisect_left(breaks, at)

        whole = mark + broken.plain.replace("\n", f"\n{margin}")
        spans = [Span(moved(one.start), moved(one.end), one.style) for one in broken.spans]
        return Text(whole, spans=[Span(len(mark), len(whole), broken.style), *spans])

    def _dialogue(self, block: Dialogue) -> Iterator[Text]:
        """Set off by a line down the side, every turn by its speaker."""
        bar = "│ " if self.utf else "| "
        if block.scene:
            yield self._hanging(bar, _styled(block.scene, "italic"), bar)
        for who, says in block.lines:
            yield self._hanging(bar, Text.assemble((f"{who}  ", LABEL), _styled(says)), f"{bar}  ")

    def _listing(self, block: Listing) -> Iterator[RenderableType]:
        if self.width < NARROW:
            yield from self._stacked_rows(block)
            return
        yield from self._table(*(self._columns(block) if self.width >= ROOMY else self._two_columns(block)))

    def _stacked_rows(self, block: Listing) -> Iterator[Text]:
        for number, row in enumerate(block.rows):
            if number:
                yield Text()
            yield Text(row.name, LABEL)
            yield Text(row.short)
            notes = (f"{column}: {note}" for column, note in zip(block.columns[2:], row.notes, strict=True))
            yield from (Text(told, QUIET) for told in (_typed(row), *notes) if told)

    def _columns(self, block: Listing) -> tuple[tuple[str, ...], tuple[tuple[Text, ...], ...], tuple[int, ...]]:
        """Heads, rows and widths of a list."""
        notes = tuple(row.notes for row in self.listed)
        sides = tuple(_widest_word(said) for said in zip(block.columns[2:], *notes, strict=True))
        longest = _widest_word((block.columns[0], *(row.name for row in self.listed)))
        room = min(self.width, WIDEST) - sum(sides) - 3 * (len(sides) + 2) - 1
        name = max(longest, min(22, longest + 6), min(room - PROSE, LONG_NAME))
        sentence = room - name
        rows = tuple((_named(row, name), Text(row.short), *map(Text, row.notes)) for row in block.rows)
        return (self._named_head(block), *block.columns[1:]), rows, (name, min(sentence, PROSE), *sides)

    def _two_columns(self, block: Listing) -> tuple[tuple[str, ...], tuple[tuple[Text, ...], ...], tuple[int, ...]]:
        """Where there is little room, the short columns stand below the name."""
        head = ", ".join((self._named_head(block), *block.columns[2:]))
        name = 26 if self.width >= PROSE else min(26, max(20, _widest_word(tuple(row.name for row in self.listed))))
        rows = tuple((_named(row, name, *row.notes), Text(row.short)) for row in block.rows)
        return (head, block.columns[1]), rows, (name, self.width - name - 7)

    def _named_head(self, block: Listing) -> str:
        """What stands over the names: whether a name to type is among them is the same for all lists of a page."""
        return f"{block.columns[0]}, name to type" if any(map(_typed, self.listed)) else block.columns[0]

    def _comparison(self, block: Comparison) -> Iterator[RenderableType]:
        label = min(18, max(10, *(_widest_word((row.name,)) for row in block.rows)))
        cell = (min(self.width, WIDEST) - label - 4) // len(block.subjects) - 3
        if cell < CELL:
            yield from self._stacked(block)
            return
        rows = tuple((_asked(row), *(_styled(cell) for cell in row.cells)) for row in block.rows)
        yield from self._table(("", *block.subjects), rows, (label, *(cell for _ in block.subjects)))

    def _stacked(self, block: Comparison) -> Iterator[RenderableType]:
        for number, row in enumerate(block.rows):
            if number:
                yield Text()
            yield (Text.assemble((row.name, HEADING), (f"  {row.question}", QUIET)))
            told = [
                Text.assemble((f"{subject}  ", LABEL), _styled(cell))
                for subject, cell in zip(block.subjects, row.cells, strict=True)
            ]
            apart = sum(cell_len(one.plain) for one in told) > _FEW_LINES * self.prose * len(told)
            for place, one in enumerate(told):
                if place and apart:
                    yield Text()
                yield one

    def _table(
        self, heads: tuple[str, ...], rows: tuple[tuple[Text, ...], ...], widths: tuple[int, ...]
    ) -> Iterator[Text]:
        """A grid of columns of given widths. Rich's own would take three times as long."""
        above, within, below = (_ruled(marks, widths) for marks in (_RULES if self.utf else _ASCII_RULES))
        yield above
        yield self._beside(tuple(Text(head, HEADING) for head in heads), widths)
        for row in rows:
            yield within
            yield self._beside(row, widths)
        yield below

    def _beside(self, cells: tuple[Text, ...], widths: tuple[int, ...]) -> Text:
        """The cells of one row, line by line, with a bar before each and behind the last."""
        bar = "│" if self.utf else "|"
        told, spans, at = [], [], 0
        broken = (_broken(cell, width, self.console) for cell, width in zip(cells, widths, strict=True))
        for number, line in enumerate(zip_longest(*map(_lines_of, broken), fillvalue=("", ()))):
            mark = f"{bar}\n{bar} " if number else f"{bar} "
            for (text, styled), width in zip(line, widths, strict=True):
                told.append(f"{mark}{text}{' ' * (width - cell_len(text))} ")
                spans += [Span(at, at + len(mark), QUIET), *(one.move(at + len(mark)) for one in styled)]
                at += len(told[-1])
                mark = f"{bar} "
        return _Row("".join(told) + bar, spans=[*spans, Span(at, at + 1, QUIET)])

    def _moments(self, items: tuple[tuple[str, str, str, str], ...]) -> Iterator[RenderableType]:
        """A line down the page with a dot at each moment."""
        dot, line = ("●", "│") if self.utf else ("o", "|")
        for number, (years, name, short, _) in enumerate(items):
            if number:
                yield Text(line, QUIET)
            yield self._hanging(f"{dot} ", Text.assemble((years, HEADING), "  ", (name, LABEL)), f"{line} ")
            yield self._hanging(f"{line} ", Text(short), f"{line} ")

    def _forest(self, block: Forest) -> Iterator[RenderableType]:
        """Study, plot and figure on one line, what was compared below it; too narrow for an axis, it becomes a list."""
        from psychodyn_cli.formats import forest  # noqa: PLC0415 - only pages with a plot pay for it

        study, figures = self.sides
        room = min(self.width, WIDEST) - study - figures - 4
        if self.width < NARROW or room < FEWEST:
            yield from (
                self._hanging("- ", Text.assemble((f"{one.study}  ", LABEL), one.said)) for one in block.results
            )
            return
        for text in block.key:
            yield from (Text(text, QUIET), Text())
        letters = forest.UTF if self.utf else forest.ASCII
        axis = forest.axis_of(block, min(room, PLOT))
        for one in block.results:
            name = one.study if len(one.study) <= study else one.study[: study - 1] + "."
            line = forest.drawn(one, block, axis, letters)
            yield _Row.assemble((name.ljust(study), LABEL), "  ", line, "  ", one.printed)
            side = f"{one.side}: " if one.side else ""
            yield self._hanging("  ", Text.assemble(side, _styled(one.about, QUIET)))
        under = " " * (study + 2)
        yield _Row(under + forest.ticks(axis), QUIET)
        yield from (_Row(under + line, QUIET) for line in forest.ends(block, axis.columns, letters))
        if any(one.margin for one in block.results):
            yield Text(f"{under}{letters.band} margin set in advance by the study", QUIET)
        if block.marks:
            yield from (Text(), Text(block.marks, QUIET))

    def _hits(self, items: tuple[tuple[str, str, str, str], ...]) -> Iterator[RenderableType]:
        for number, (entry, name, kind, found) in enumerate(items, 1):
            head = Text.assemble((name, LABEL), f"  {kind}  ", (f"psychodyn explain {entry}", QUIET))
            yield self._hanging(f"{number}. ", Text("\n").join((head, Text(found))))

    def _links(self, items: tuple[tuple[str, str, str], ...]) -> Iterator[RenderableType]:
        for number, (entry, name, short) in enumerate(items, 1):
            text = Text.assemble((name, LABEL), f"  {short}", (f"  psychodyn explain {entry}", QUIET))
            yield self._hanging(f"{number}. ", text)

    def _lengths(self, spans: tuple[Length, ...]) -> Iterator[RenderableType]:
        """One bar a subject on an axis of sessions, from 1 to 1000 in equal steps of tenfold."""
        label = max(len(span.subject) for span in spans) + 2
        room = self.prose - label - 1
        if room < 24:  # noqa: PLR2004 - no axis fits: say it
            yield from (Text.assemble((f"{span.subject}  ", LABEL), length_told(span)) for span in spans)
            return
        for span in spans:
            yield Text.assemble((span.subject.ljust(label), LABEL), self._bar(span, room))
            yield Text(" " * label + length_told(span), QUIET)
        yield Text(" " * label + _axis(room), QUIET)

    def _bar(self, span: Length, room: int) -> str:
        start, end = _at(span.low, room), _at(span.high, room)
        line, dot, arrow = ("─", "●", "▶") if self.utf else ("-", "o", ">")
        if span.open:
            return " " * start + dot + line * (room - start - 2) + arrow
        return " " * start + dot + (line * (end - start - 1) + dot if end > start else "")

    def _bars(self, items: tuple[tuple[str, int, str], ...], full: int) -> Iterator[RenderableType]:
        """A bar each from one line down the page; a full one takes a third of it."""
        label = max((cell_len(label) for label, _, _ in items), default=0) + 2
        mark = "━" if self.utf else "="
        for name, count, said in items:
            bar = mark * math.ceil(count * (self.prose // 3) / full) if full else ""
            yield self._hanging(name.ljust(label), Text.assemble((f"{bar} ".lstrip(), HEADING), said))

    def _hundred(self, who: str, count: int, said: str) -> Iterator[Text]:
        """A hundred marks, a person each, in lines of fifty or, where there is little room, of twenty-five."""
        yield Text.assemble((f"{who}  ", LABEL), said)
        some, other = ("●", "·") if self.utf else ("o", ".")
        marks = some * count + other * (100 - count)
        row = 50 if self.prose >= 50 else 25  # noqa: PLR2004 - as many as the line is long
        for start in range(0, 100, row):
            here = marks[start : start + row]
            yield Text.assemble((here.rstrip(other), HEADING), (other * here.count(other), QUIET))

    def _scale(self, scale: Scale) -> Iterator[Text]:
        yield Text.assemble((scale.name, LABEL), (f"  from {scale.low} (0) to {scale.high} (4)", QUIET))
        dot, line = ("●", "─") if self.utf else ("o", "-")
        for subject, level in scale.marks:
            drawn = (line * 3).join(dot if step == level else ("·" if self.utf else ".") for step in range(5))
            yield Text.assemble(f"  {drawn}  {level}  ", subject)


_LONGEST_AXIS = 1000  # sessions


_RULES = (("╭", "─", "┬", "╮"), ("├", "─", "┼", "┤"), ("╰", "─", "┴", "╯"))  # of a table: above, within, below
_ASCII_RULES = (("+", "-", "-", "+"), ("|", "-", "+", "|"), ("+", "-", "-", "+"))


def _ruled(marks: tuple[str, str, str, str], widths: tuple[int, ...]) -> Text:
    left, line, between, right = marks
    return _Row(left + between.join(line * (width + 2) for width in widths) + right, QUIET)


def _lines_of(text: Text) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Each line, with those parts of the styled stretches that lie on it."""
    spans = [Span(0, len(text), text.style), *text.spans]
    start = 0
    for line in text.plain.split("\n"):
        end = start + len(line)
        on_it = (one for one in spans if one.start < end and one.end > start)
        yield line, tuple(Span(max(one.start, start) - start, min(one.end, end) - start, one.style) for one in on_it)
        start = end + 1


def _named(row: Listed, width: int, *notes: str) -> Text:
    """The name, and below it the id where that has to be known, and the notes."""
    told = (*_at_hyphens(_typed(row), width), ", ".join(notes))
    return Text(row.name, LABEL).append("".join(f"\n{line}" for line in told if line), "not bold dim")


def _listed(page: Page) -> Iterator[Listed]:
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Listing):
                yield from block.rows


def _at_hyphens(entry_id: str, width: int) -> list[str]:
    """An id in lines that break behind a hyphen, so that its words stay whole."""
    lines = [""]
    for word in entry_id.replace("-", "- ").split():
        if len(lines[-1] + word) > width:
            lines.append("")
        lines[-1] += word
    return lines


def _typed(row: Listed) -> str:
    """The id, where the name as it sounds does not say it."""
    return "" if spoken(row.name) == spoken(row.id) else row.id


def _asked(row: ComparedRow) -> Text:
    return Text(row.name, LABEL).append(f"\n{row.question}", "not bold dim")


def _widest_word(texts: tuple[str, ...]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def _at(sessions: int, room: int) -> int:
    """The column (from 0) of a number of sessions on the logarithmic axis."""
    share = math.log10(max(1, min(sessions, _LONGEST_AXIS))) / math.log10(_LONGEST_AXIS)
    return min(room - 1, round(share * (room - 1)))


def _axis(room: int) -> str:
    drawn = [" "] * room
    for tick in (1, 10, 100, _LONGEST_AXIS):
        word = str(tick)
        start = min(_at(tick, room), room - len(word))
        drawn[start : start + len(word)] = word
    return "".join(drawn)


def _styled(prose: Prose, style: str = "") -> Text:
    text = Text(style=style)
    for piece in prose:
        match piece:
            case Stress(stressed):
                text.append(stressed, "italic")
            case See():
                text.append(piece.text, LINK)
                text.append(piece.told[len(piece.text) :], QUIET)
            case Cite():
                text.append(plainly(piece), QUIET)
            case _:
                text.append(piece.text)
    return text
