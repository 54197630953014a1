"""Words of dying, harm or danger call for help, however they are typed; other words do not."""

import pytest

from psychodyn_cli.danger import calls_for_help, danger_in
from psychodyn_cli.pages.notice import notice

GRAVE = (
    "I want to die", "i want to be dead", "I wish I was dead", "I wish I were dead", "i wanna die", "better off dead",
    "I don't want to live", "I don’t want to be here", "no reason to live", "nothing to live for", "want to disappear",
    "suicidal thoughts", "SUICIDE", "take my own life", "taking my life", "end it all", "ending my life",
    "kill myself", "thinking about killing myself", "she says she will kill herself", "took an overdose",
    "self-harm", "self harm", "selfharm", "self-injury", "hurting myself", "cut myself", "cutting myself",
    "he hits me", "he is hitting me", "my husband beats me", "my dad hurts me", "my mother threatens me",
    "kms", "K.M.S.", "unalive myself", "suiside", "suicde", "sui­cidal", "su1cide", "s*icide", "sewerslide", "overdosed",
    "I hope I never wake up", "don't want to wake up", "off myself", "slit my wrists", "self mutilation",
    "she is abusing me", "he raped me", "I was raped", "I have been raped", "am I in danger", "not safe at home",
    "i want to hang myself", "jump off a bridge", "everyone would be better off without me", "i want to end it",
    "no point in living", "tired of living", "i cut my wrists", "i took too many pills", "i should be dead",
    "i dont wanna live", "feel like dying", "i got raped", "he choked me", "i am not safe", "i want to hurt my baby",
    "kill my self", "hurt my self", "i want 2 die", "offing myself", "iwanttodie", "su!cide", "$uicide",
    "i want to kill myslef", "afraid of my husband", "my boss groped me", "thinking about dying",
    "no point anymore", "what's the point", "what's the point of living", "I wish I wasn't here",
    "nobody would miss me",
    "I'm a burden", "I feel like a burden", "they are better off without me", "life is not worth living",
    "sleep and never wake up", "go to sleep and not wake up", "I give up on life", "can't do this anymore", "hopeless",
    "I cannot go on", "I can't live like this", "it all feels hopeless", "I'm worthless", "I want it to stop",
    "I'm afraid of what I might do", "my husband scares me", "he beats me up", "my partner hits me",
    "I feel unsafe at home", "afraid of my partner", "samaritans", "suicide hotline", "a lifeline", "crisis line",
    "quiero morir", "je veux mourir", "ich will sterben", "voglio morire", "quero morrer", "ik wil dood", "chcę umrzeć",
    "хочу умереть", "我想死", "死にたい", "죽고 싶어요", "मरना चाहता हूँ", "اريد ان اموت",
)  # fmt: skip
ASKED = (  # the whole line, or the name of a service in it
    "I need help now", "help me", "help me please", "I need help", "need help", "emergency", "it's an emergency",
    "crisis",
    "in crisis", "samaritans", "the samaritans number", "hotline", "lifeline", "helpline", "crisis line", "ambulance",
    "someone to talk to", "I need someone to talk to", "I'm scared", "can someone help me", "please help me", "sos",
    "emergency number",
)  # fmt: skip
HURT = (
    "he hits me", "my husband beats me", "I am afraid of my partner", "my partner hits me when he is drunk",
    "I feel unsafe at home", "my husband scares me", "my dad hurts me", "I was raped", "she is abusing me",
)  # fmt: skip
NOT_GRAVE = (
    "death drive", "fear of dying", "harm", "my father died", "kill", "killing time", "I want to live", "danger",
    "cutting remarks", "end of therapy", "hit song", "raising children", "selfish", "the dead mother", "it hurts me",
    "taking life easy", "my life", "who hurt you", "subside", "I wake up at night", "switch off", "sudden", "suede",
    "to-do lists", "alive again",
    "take my life seriously", "parents beating me at chess", "how do I end therapy", "my T is away",
    "killing it at work",
    "I cut him off", "he hit it off with my mother", "death anxiety", "self-help", "self-esteem", "dying of laughter",
    "pills or talk", "is therapy worth it", "worth the money", "burden of proof", "hopeless romantic", "hopelessness",
    "what is the point of silence", "give up smoking", "giving up control", "will it help me", "does it help me sleep",
    "help", "I need help with my dreams", "help-rejecting complaining", "mid-life crisis", "beating fantasy",
    "who is the analyst", "learned helplessness", "someone who listens", "scared of intimacy", "wish fulfilment",
    "sleep problems", "jumping to conclusions", "how safe is therapy", "a safe place", "wake up at night",
)  # fmt: skip


@pytest.mark.parametrize("words", GRAVE)
def test_words_of_dying_harm_or_danger_call_for_help(words: str) -> None:
    assert calls_for_help(words)
    assert calls_for_help(f"what if {words.upper()}?!")


@pytest.mark.parametrize("words", ASKED)
def test_who_asks_for_help_is_heard(words: str) -> None:
    assert danger_in(words) == "help"
    assert danger_in(f"{words.upper()}!") == "help"


@pytest.mark.parametrize("words", HURT)
def test_who_is_hurt_is_not_told_of_dying(words: str) -> None:
    assert danger_in(words) == "hurt"
    assert "ending your life" not in notice(words)
    assert "psychodyn help-now" in notice(words)


def test_the_gravest_is_answered() -> None:
    assert danger_in("he hits me and I want to die") == "dying"


@pytest.mark.parametrize("words", GRAVE[:20])
def test_so_they_do_at_the_end_of_a_long_letter(words: str) -> None:
    assert calls_for_help("My mother rang on Sunday, and we spoke about the holiday. " * 20 + words)


@pytest.mark.parametrize("words", NOT_GRAVE)
def test_other_words_do_not(words: str) -> None:
    assert not calls_for_help(words)


@pytest.mark.parametrize("words", ["", " ", "?", "x" * 100_000, "kill " * 50_000, "\ud800"])
def test_odd_words_are_no_trouble(words: str) -> None:
    assert not calls_for_help(words)


@pytest.mark.parametrize("words", GRAVE)
def test_looking_for_a_piece_first_misses_nothing(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("psychodyn_cli.danger._ELSEWHERE", ())
    quick = calls_for_help(words)
    monkeypatch.setattr("psychodyn_cli.danger._may_be", lambda _: True)
    assert calls_for_help(words) == quick
