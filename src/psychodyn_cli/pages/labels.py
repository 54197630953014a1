"""Closed lists in words."""

from psychodyn_cli.entries import (
    AnyPage,
    Concept,
    Defence,
    Evidence,
    Milestone,
    Question,
    Session,
    Technique,
    Therapy,
)

GRADES = {
    "meta-analysis": "pooled studies",
    "trials": "controlled trials",
    "small-studies": "small studies",
    "none-found": "none found",
    "contested": "contested",
}
GRADES_TOLD = {
    "meta-analysis": "many studies, pooled",
    "trials": "at least one controlled trial",
    "small-studies": "small, early or indirect studies",
    "none-found": "no study of it alone",
    "contested": "contested: studies and experts disagree",
}
MOVES = {  # in the order in which a therapy comes to them
    "framing": "the setting and its limits",
    "listening": "how the therapist listens",
    "exploring": "opens up what is there",
    "supporting": "steadies and holds",
    "formulating": "puts the whole into words",
    "interpreting": "looks for meaning",
    "relating": "works with the bond between you",
}
FAMILIES = {
    "psychoanalytic": "psychoanalytic",
    "cognitive-behavioural": "cognitive behavioural",
    "humanistic": "humanistic",
    "systemic": "systemic",
    "integrative": "integrative",
    "other": "a family of its own",
}
FAMILIES_TOLD = {
    "psychoanalytic": "Psychoanalytic: feelings and patterns that you do not fully see",
    "cognitive-behavioural": "Cognitive behavioural: thoughts, habits and practice",
    "humanistic": "Humanistic: your own experience, here and now",
    "systemic": "Systemic: what goes on between people",
    "integrative": "Integrative: parts of several kinds",
    "other": "Others: each a family of its own",
}
DMRS = {
    "high-adaptive": "high-adaptive (7 of 7)",
    "obsessional": "obsessional (6 of 7)",
    "neurotic": "neurotic (5 of 7)",
    "minor-image-distorting": "minor image-distorting (4 of 7)",
    "disavowal": "disavowal (3 of 7)",
    "major-image-distorting": "major image-distorting (2 of 7)",
    "action": "action (1 of 7)",
    "not-listed": "not listed",
}
DSM_IV = {
    "high-adaptive": "high adaptive level",
    "mental-inhibitions": "mental inhibitions",
    "minor-image-distorting": "minor image-distorting",
    "disavowal": "disavowal",
    "major-image-distorting": "major image-distorting",
    "action": "action level",
    "defensive-dysregulation": "defensive dysregulation",
    "not-listed": "not listed",
}
VAILLANT = {
    "mature": "mature",
    "neurotic": "neurotic",
    "immature": "immature",
    "psychotic": "psychotic",
    "disputed": "differs between his own lists",
    "not-listed": "not listed",
}
THEMES = {  # in parts of at most a dozen
    "what-it-is": "What it is",
    "starting": "Starting",
    "choosing": "Choosing",
    "in-the-room": "In the room: what you do, and the rules",
    "what-the-therapist-does": "In the room: what your therapist does",
    "feelings": "Feelings: about your therapist",
    "feelings-in-the-hour": "Feelings: your own, in and after the hour",
    "is-it-for-me": "Safety: is it for me?",
    "safety-and-rights": "Safety: what are my rights?",
    "for-my-problem": "Does it help with my problem?",
    "does-it-work": "How well does it work, and who says so?",
    "ending": "Ending",
    "with-others": "Why do I ...? With other people",
    "myself": "Why do I ...? With myself",
    "training": "For students and clinicians",
}
SUBJECTS = {"problem": "By problem", "therapy": "About therapy as a whole"}
STANDINGS = {
    "stated": "",
    "about-equal": "About equal. ",
    "unclear": "Unclear. ",
    "not-studied": "Not studied. ",
    "differs-by-problem": "Differs by problem. ",
}
READINGS = {  # of a row of evidence, as it is kept -> in everyday words, where those differ
    "non-inferior by a pre-set margin": "no worse, by a margin set in advance",
    "inside a pre-set equivalence margin": "close enough to count as equal, by a margin set in advance",
    "non-inferior on mean scores, not shown for remission or at follow-up": (
        "no worse on average scores; not shown for getting nearly free of symptoms, or later on"
    ),
    "neither equivalent nor different": "shown neither equal nor different",
    "favours comparator": "favours the other side",
    "favours treatment, judged unconvincing by the authors": "favours the therapy; its authors are not convinced",
    "change over time, no comparison group": "change over time; without a comparison it shows no effect",
}
SPEAKERS = {"therapist": "Therapist", "client": "Client"}


KINDS: dict[type[AnyPage], tuple[str, str, str]] = {  # what one is called, what many are, the command that lists them
    Technique: ("technique", "techniques", "techniques"),
    Concept: ("concept", "concepts", "concepts"),
    Defence: ("defence", "defences", "defences"),
    Therapy: ("therapy", "therapies", "therapies"),
    Question: ("question", "questions", "questions"),
    Evidence: ("evidence", "pages of evidence", "evidence"),
    Session: ("session", "sessions", "sessions"),
    Milestone: ("history", "milestones", "timeline"),
}


def day(iso: str) -> str:
    """2026-11-24 as 24 November 2026."""
    year, month, day = iso.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def kind_name(page: AnyPage) -> str:
    return KINDS[type(page)][0]


def list_command(page: AnyPage) -> str:
    return KINDS[type(page)][2]


def short_name(therapy: Therapy) -> str:
    """The abbreviation where everyone uses it, else the name."""
    short = next((alias for alias in therapy.aliases if alias.isupper() and len(alias) <= 4), "")  # noqa: PLR2004 - CBT, EMDR
    return short if short and therapy.id == short.lower() else therapy.name.removesuffix(" therapy")


def whole_name(therapy: Therapy) -> str:
    """The name and the abbreviation that everyone uses: alone, it says nothing to whoever is new."""
    short = short_name(therapy)
    known = not short.isupper() or short in therapy.name
    return therapy.name if known else f"{therapy.name} ({short})"
