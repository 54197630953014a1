"""Cards about what trials found. A result whose direction is not stated makes none."""

from collections.abc import Iterator

from psychodyn_cli.entries import Evidence, Row, Therapy
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.quiz.cards import Card, Offer

STANDINGS = {  # of two therapies that trials set against each other
    "about-equal": "About equal",
    "differs-by-problem": "It differs by problem",
    "unclear": "Unclear: what there is does not settle it",
    "not-studied": "Not studied at all",
}
READINGS = {  # of one published result; other readings are too special for a choice
    "favours psychodynamic": "The one named first was ahead",
    "favours comparator": "The one named second was ahead",
    "no clear difference": "No clear difference",
    "inside a pre-set equivalence margin": "Level, within a margin set in advance",
}
_DIRECTED = ("higher-favours-psychodynamic", "lower-favours-psychodynamic")


def comparisons(therapy: Therapy, library: Library) -> Iterator[Card]:
    """One card a therapy that this one was set against."""
    for pair in therapy.head_to_head:
        offers = {key: Offer(key, says) for key, says in STANDINGS.items()}
        right = offers.pop(pair.standing)
        yield Card(
            id=f"{therapy.id}/with-{pair.other}",
            kind="evidence",
            touches=(therapy.id, pair.other),
            asks="What did the trials find?",
            scene=f"{therapy.name} and {library.name_of(pair.other) or pair.other}, set against each other.",
            right=right,
            wrong=tuple(offers.values()),
            why=pair.says,
            read=f"psychodyn compare {therapy.id} {pair.other}",
        )


def results(evidence: Evidence, library: Library) -> Iterator[Card]:
    """One card a published result that says plainly how it came out."""
    for row in evidence.rows:
        if row.direction in _DIRECTED and row.reading in READINGS and ";" not in row.comparator:  # two sides, not three
            offers = {reading: Offer(reading.replace(" ", "-"), says) for reading, says in READINGS.items()}
            right = offers.pop(row.reading)
            yield Card(
                id=f"{evidence.id}/{row.id}",
                kind="evidence",
                touches=(evidence.id,),
                asks="What was found?",
                scene=f"{evidence.name}. {_compared(row)}. {_study(row, library)}.",
                right=right,
                wrong=tuple(offers.values()),
                why=_told(row),
                read=f"psychodyn evidence {evidence.id} --all",
            )


def _compared(row: Row) -> str:
    treatment = row.treatment[:1].upper() + row.treatment[1:]
    return f"{treatment}, against {row.comparator}: {row.outcome}, {row.timepoint}"


def _study(row: Row, library: Library) -> str:
    """What lies behind a result, so that two results on the same question are told apart."""
    source = library.source(row.source)
    who = f"{source.author[0].split(',')[0]} {source.issued}" if source and source.author else row.source.capitalize()
    here = row.k_scope == "comparison"  # and not counts of a whole review
    counted = [f"{row.k} {'study' if row.k == 1 else 'studies'}"] if row.k and here else []
    counted += [f"{row.n:,} people"] if row.n and here else []
    return f"{who.strip()}: {', '.join((*counted, row.measure))}"


def _told(row: Row) -> str:
    """What was printed, its sign and its cautions included."""
    known = row.estimate is not None and not row.rates
    side = "Above" if row.direction == _DIRECTED[0] else "Below"
    null = 1 if row.axis == "log" else 0
    favours = f"{side} {null} favours {row.treatment}." if known else ""
    return " ".join(filter(None, (f"{_figure(row)} [@{row.source}].", favours, row.as_printed, row.note)))


def _figure(row: Row) -> str:
    if row.rates:
        return f"{row.measure.capitalize()}: {', '.join(f'{arm} {value:g}' for arm, value in row.rates.items())}"
    if row.estimate is None:
        span = f"{row.measure} from {row.range[0]:g} to {row.range[1]:g}" if row.range else "No single figure was read"
        return f"{span}; it is read as: {row.reading}"
    known = row.ci_low is not None and row.ci_high is not None
    interval = f", {row.ci_level}% interval {row.ci_low:g} to {row.ci_high:g}" if known else ""
    return f"{row.measure} {row.estimate:g}{interval}"
