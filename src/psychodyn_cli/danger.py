"""Words about wanting to die, about self-harm, about being hurt: they put the way to help on top of any answer.

Nothing else is inferred from what is typed, and nothing is kept. A false alarm costs a reader one line; a miss may cost
more. So words are looked for as they are typed, as they sound, and run together. Compiled when first asked: 3 ms.
"""

import re

from psychodyn_cli.spelling import spoken

LONGEST = 20_000  # characters that are looked at
_LETTERS = str.maketrans("013457$@!*", "oieastsaii")  # su1cide, $uicide
_ONESELF = r"(my|him|her|your|them|one)(self|selves|slef|sef|sel)"

# Looked for in the words run together: kill my self, iwanttodie.
_TOGETHER = rf"""suicid | su+i?[cs]+i?d[ea] | sicide | sewerslid | unaliv | selfharm | selfinjur | selfmutilat
    | overdos | (kill|kill?ing|hurt|hurting|harm|harming|cut|cutting|hang|hanging|drown|shoot|stab|burn|burning|poison
        |poisoning|off|offing|top|topping|unalive|starve|strangle|punch|hit|hitting){_ONESELF} | do{_ONESELF}in
    | (want|wanted|wanting|wanna|wan|wish|going|ready|plan|planning|try|trying|like|rather)(to|2|too|ed)?(just)?(be)?
      (die|dead|dying|disap+ear)
    | wish(ed)?i(was|were|am|could)?(be)?(dead|die|gone|neverborn) | shouldbedead | betteroffdead | better(off)?dead
    | betteroffwithout(me|him|her) | (no|any|the)point(in|of|to)?liv | tiredof(living|life|beingalive) | sickofliving
    | (no|any)reasonto(live|goon) | nothingtolivefor | nothingleftto(live|lose)
    | cantgoon | cantcope | cant(take|bear|do)(it|this)(any|no)more | nopointin(anything|goingon)
    | (dont|donot|not|never)(want|wanna|wanting)?(to)?(live|exist|bealive|behere)(any|today|$)
    | (dont|donot|not)(want|wanna|wanting)(to)?(live|exist|bealive|behere|wake)
    | (feel|feeling|felt)likedying | thinkingof(dying|endingit) | think(ing)?aboutdying
    | end(ing)?(my|his|her|their|ones)(own)?lif | end(ing)?itall | (want|going|wanna|ready)(to)?endit
    | tak(e|ing)(my|his|her|their|ones)ownlife | tak(e|ing)(my|his|her|their)life(?!ser|eas|int|bac|for|in)
    | jump(ing)?(off|from)(a|the|my|that)?(bridge|roof|building|balcon|cliff|window) | infrontofatrain
    | (cut|slit|cutting|slitting|slash)(my|his|her|their)?(wrist|arm|vein|leg|skin)s?
    | (too|so)many(pill|tablet) | (took|take|taking|swallow(ed)?)(all)?(my|the)?(pill|tablet)
    | (never|not)wake(up)?again | neverwakeup | wouldntwakeup | wontwakeup | sleep(and|forever)?never(wake|forever)?"""

# Looked for in the words one by one.
_APART = r"""\bk\ ?m\ ?s\b | \bk\ ?y\ ?s\b | \bin\ danger\b | \bnot\ (feel\ )?safe\b | \b(isnt|arent|dont\ feel)\ safe\b
    | \bunsafe\ at\ home\b
    | \b(he|she|they|partner|husband|wife|boyfriend|girlfriend|bf|gf|father|mother|stepfather|stepdad|dad|mom|parent
        |family|brother|uncle|ex|boss|therapist)\ (has\ |have\ |had\ )?((is|are|keep|keeps|was|were)\ )?
      (hit|hitting|hurt|hurting|beat|beating|beaten|threaten|threatening|threatened|abuse|abusing|abused|choke|choking
        |choked|strangle|strangled|kick|kicked|punch|punched|slap|slapped|molest|molested|grope|groped|rape|raped
        |force|forced|stalk|stalking)\ me\b(?!\ at)
    | \brap(e|ed|ing)\ me\b | \b(was|been|got|getting|am|being)\ (raped|beaten|abused|assaulted|molested|stalked)\b
    | \babus(e|ed|ing)\ me\b | \bassault(ed|ing)?\ me\b
    | \b(afraid|scared|terrified|frightened)\ of\ my\ (partner|husband|wife|boyfriend|girlfriend|father|stepfather|ex)\b
    | \b(hurt|harm|kill?|shake|smother|drown|strangle)(ing)?\ (my|the|our)\ (baby|child|children|kid|son|daughter
        |newborn|wife|husband|partner|mother|father)\b
    | \b(kill?|murder)(ing)?\ (him|her|them|someone|people|everyone)\b"""

_ELSEWHERE = (  # other tongues, as they are typed or without their accents
    "quiero morir", "no quiero vivir", "matarme", "quitarme la vida", "hacerme dano", "me pega",
    "envie de mourir", "veux mourir", "me tuer", "fin a mes jours", "plus envie de vivre", "me frappe",
    "will sterben", "nicht mehr leben", "mich umbringen", "umbringen", "selbstmord", "suizid", "das leben nehmen",
    "mich ritzen", "schlagt mich", "voglio morire", "uccidermi", "ammazzarmi", "farla finita", "mi picchia",
    "quero morrer", "me matar", "acabar com a minha vida", "me bate", "wil dood", "zelfmoord", "niet meer leven",
    "chce umrzec", "zabic sie", "samoboj", "vill do ", "sjalvmord", "selvmord", "vil do ", "haluan kuolla", "itsemurha",
    "chci umrit", "sebevra", "meg akarok halni", "ongyilkos", "olmek istiyorum", "intihar",
    "хочу умереть", "не хочу жить", "суицид", "самоуб", "убить себя", "хочу померти", "не хочу жити",
    "想死", "自杀", "自殺", "不想活", "自残", "自殘", "死にたい", "消えたい", "死のう", "죽고 싶", "죽고싶", "자살",
    "أريد أن أموت", "اريد ان اموت", "انتحار", "انتحر", "मरना चाह", "आत्महत्या", "θέλω να πεθάνω", "αυτοκτον", "רוצה למות",
    "להתאבד",
)  # fmt: skip


def calls_for_help(text: str) -> bool:
    """The words speak of dying, harm or danger."""
    typed = text[:LONGEST]
    apart = spoken(typed)
    plain = spoken(typed.translate(_LETTERS))
    together = f"{apart} {plain}".replace(" ", "")
    return (
        _may_be(f" {apart} {plain} {together}")
        and (
            re.search(_APART, f"{apart} {plain}", re.VERBOSE) is not None
            or re.search(_TOGETHER, together, re.VERBOSE) is not None
        )
    ) or any(words in f"{typed.casefold()} {apart} " for words in _ELSEWHERE)


def _may_be(text: str) -> bool:
    """Quickly: something that every pattern needs a piece of. To compile the patterns takes 5 ms."""
    return any(piece in text for piece in _PIECES)


_PIECES = (
    "abus", "afraid", "aliv", "assault", "beaten", "behere", "better", "born", "cope", "cut", "danger", "dead", "die",
    "disap", "dos", "drown", "dying", "end", "exist", "frightened", "gone", "goon", "harm", "hurt", "jump", "kill",
    "kms", "k m s", "kys", "k y s", "life", "lif", "liv", " me ", "molest", "more", "murder", "nothing", "pill",
    "point", " rap", "reason", "safe", "scared", "sef", "sel", "sewer", "shak", "sicid", "slef", "slash", "slit",
    "sleep", "smother", "stalk", "strangl", "suc", "sui", "sus", "tablet", "terrified", "train", "wak",
)  # fmt: skip
