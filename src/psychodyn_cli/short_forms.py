"""Short forms and words of the field, and what they mean."""

import re

# Two capitals and more, where nothing of a word stands before them, and no *: a *STRESSED* one is a word that the page
# teaches. The look behind comes second, so that the search can skip to the next capital: five times as fast.
_LOOKS_SHORT = re.compile(r"[A-Z](?<![\w*-].)[A-Z]+(?:-[A-Z0-9]+)?\b")
EVERYONE_KNOWS = frozenset({"UK", "USA", "US", "II", "III", "IV", "TV"})
SHORT_FORMS = {
    "ACAT": "Association for Cognitive Analytic Therapy",
    "ACT": "acceptance and commitment therapy",
    "ADHD": "attention deficit hyperactivity disorder",
    "APA": "American Psychological Association",
    "BA": "behavioural activation",
    "BABCP": "Britain's body for cognitive behavioural therapists",
    "BACP": "British Association for Counselling and Psychotherapy",
    "BAMBA": "British Association of Mindfulness-based Approaches",
    "BDI": "a questionnaire on depression",
    "BDI-II": "a questionnaire on depression",
    "BIG": "the Dutch state's register for health workers",
    "BMI": "body mass index, weight for height",
    "BPC": "British Psychoanalytic Council",
    "BPS": "British Psychological Society",
    "CAT": "cognitive analytic therapy",
    "CBT": "cognitive behavioural therapy",
    "CTQ": "a questionnaire on childhood",
    "DBT": "dialectical behaviour therapy",
    "DIT": "dynamic interpersonal therapy",
    "DMRS": "Defense Mechanism Rating Scales",
    "DSM": "the American handbook of mental disorders",
    "DSM-III": "the American handbook of mental disorders, third edition",
    "DSM-IV": "the American handbook of mental disorders, fourth edition",
    "EFT": "emotionally focused therapy",
    "EMDR": "eye movement desensitisation and reprocessing",
    "HAM-A": "a scale on which a clinician rates anxiety",
    "HAM-D": "a scale on which a clinician rates depression",
    "HCPC": "Health and Care Professions Council",
    "IACP": "Irish Association for Counselling and Psychotherapy",
    "ICER": "what one further success costs",
    "ICP": "Irish Council for Psychotherapy",
    "IPA": "International Psychoanalytical Association",
    "IPT": "interpersonal psychotherapy",
    "ISST": "International Society of Schema Therapy",
    "ISTDP": "intensive short-term dynamic psychotherapy",
    "ISTFP": "International Society of Transference-Focused Psychotherapy",
    "LGBT": "lesbian, gay, bisexual or transgender",
    "LSAS": "a scale of social anxiety",
    "MBCT": "mindfulness-based cognitive therapy",
    "MBT": "mentalization-based treatment",
    "MET": "motivational enhancement therapy",
    "MFQ": "a questionnaire on depression in young people",
    "MI": "motivational interviewing",
    "MINT": "Motivational Interviewing Network of Trainers",
    "NCPS": "National Counselling and Psychotherapy Society",
    "NHS": "Britain's National Health Service",
    "NICE": "the body that writes England's guidelines on treatment",
    "NNT": "number needed to treat",
    "OCD": "obsessive-compulsive disorder",
    "OPD": "Operationalized Psychodynamic Diagnosis",
    "OR": "odds ratio",
    "PTSD": "post-traumatic stress disorder",
    "QIDS": "a questionnaire on depression",
    "REM": "rapid eye movement, a phase of sleep",
    "RR": "risk ratio",
    "SMD": "standardised mean difference",
    "STPP": "short-term psychodynamic therapy",
    "TAS-20": "a questionnaire on finding words for feelings",
    "TAT": "Thematic Apperception Test",
    "TFP": "transference-focused psychotherapy",
    "UKASFP": "United Kingdom Association for Solution Focused Practice",
    "UKCP": "UK Council for Psychotherapy",
}
# As they stand in prose, the first of them for all -> what it means. Words with an everyday meaning, such as
# "splitting", are told where they stand.
FIELD_WORDS: dict[tuple[str, ...], str] = {
    ("alliance",): "how well client and therapist pull together",
    ("analyst", "analysts"): "a therapist trained in psychoanalysis, with several sessions a week",
    ("anorexia",): "an eating disorder in which too little is eaten",
    ("attachment",): "the bond with those who make us feel safe",
    ("bipolar",): "with spells of very low and of very high mood",
    ("bulimia",): "an eating disorder with bouts of overeating",
    ("countertransference",): "what a therapist feels in response to a client",
    ("defences", "defence mechanisms", "defence mechanism"): "ways of keeping something painful at a distance",
    ("displacement",): "a feeling moved to someone or something safer",
    ("dissociation", "dissociate"): "you, or the world, feel far off or unreal",
    ("ego",): "in Freud's picture of the mind, the part that copes and decides",
    ("hysteria",): "an old name for ills of the body without a cause found there",
    ("mentalizing", "mentalization", "mentalize"): "seeing that there are minds behind what people do",
    ("meta-analysis", "meta-analyses"): "a review that pools the figures of many studies",
    ("neurosis", "neuroses"): "an old name for lasting troubles of mind, such as fears",
    ("person-centred",): "with a therapist who listens closely and does not judge",
    ("placebo",): "a dummy pill or treatment, to compare with",
    ("projection",): "taking a feeling of your own for someone else's",
    ("psychoanalysis",): "a long talking therapy, mostly several times a week",
    ("psychoanalyst", "psychoanalysts"): "a therapist trained in psychoanalysis, with several sessions a week",
    ("psychoanalytic", "psychoanalytical"): "of psychoanalysis, the long talking therapy that came first",
    ("psychosis", "psychoses", "psychotic"): "a state in which it is hard to tell what is real",
    ("randomised",): "with people put into groups by lot",
    ("repression",): "keeping something painful out of mind without having decided to",
    ("superego",): "the judge in us, in Freud's picture of the mind",
    ("supervision", "supervisor", "supervisors"): "a therapist talks their work over with another, the supervisor",
    ("transference",): "meeting someone new through old relationships",
    ("unconscious",): "outside our awareness, and yet at work",
}


def found(text: str) -> set[str]:
    """The short forms in a text that are known here."""
    return SHORT_FORMS.keys() & _LOOKS_SHORT.findall(text)


def unknown(text: str) -> set[str]:
    """What looks like a short form in a text, and is not known here."""
    return set(_LOOKS_SHORT.findall(text)) - SHORT_FORMS.keys() - EVERYONE_KNOWS
