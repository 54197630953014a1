"""Words about wanting to die, about self-harm, about being hurt: they put the way to help on top of any answer.

Nothing else is inferred from what is typed, and nothing is kept. A false alarm costs a reader one line; a miss may cost
more. So words are looked for as they are typed, as they sound, and run together. Compiled when first asked: 3 ms.
"""

import re
from typing import Literal, TypeAlias

from psychodyn_cli.spelling import spoken

Kind: TypeAlias = Literal["", "dying", "hurt", "help"]  # to die or to harm; being hurt by someone; asking for a voice
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
    | can(t|not)(goon|cope|keepgoing|livelikethi) | can(t|not)(take|bear|do|stand|handle|face)(it|this|life)(any|no)more
    | nopoint(in(anything|goingon|life|me)|anymore|left|tolife|tomylife|tome)
    | what(i)?s?thepoint(anymore|of(it|itall|anything|everything|goingon|life|mylife))?$
    | wish(ed)?i(just)?(wasnt|werent|(was|were|had)(not|never)|didnt|hadnt)(been|even)?(here|alive|born|exist|wak)
    | (nobody|noone)(would|will)?(even|really)?(missme|careifi|noticeifi) | who(would|will)(even)?missme
    | (im|iam|feel|felt|feeling|like|just|only|such|being)aburden
    | (not|isnt|nolonger)(really)?worth(living|goingon) | lif(e|ei)(is|s|isnt)?(not|nolonger)worthit | lifeisntworthit
    | (im|iam|feel|feeling|felt)(so|just|completely|totally)?worthles
    | (give|giving|gave|given)upon(life|living|everything) | ^(i|ijust|iwantto)?giveup$
    | (had|have)enoughof(life|living|everything|itall) | i(ve|have)?hadenough$
    | hopeless(?!romantic|nes) | nohope(left|forme|anymore) | lostallhope | wantit(all)?to(stop|end|beover)
    | (afraid|scared|frightened)ofwhati(might|may|could|will)do
    | (dont|donot|not|never)(want|wanna|wanting)?(to)?(live|exist|bealive|behere)(any|today|$)
    | (dont|donot|not)(want|wanna|wanting)(to)?(live|exist|bealive|behere|wake)
    | (feel|feeling|felt)likedying | thinkingof(dying|endingit) | think(ing)?aboutdying
    | end(ing)?(my|his|her|their|ones)(own)?lif | end(ing)?itall | (want|going|wanna|ready)(to)?endit
    | tak(e|ing)(my|his|her|their|ones)ownlife | tak(e|ing)(my|his|her|their)life(?!ser|eas|int|bac|for|in)
    | jump(ing)?(off|from)(a|the|my|that)?(bridge|roof|building|balcon|cliff|window) | infrontofatrain
    | (cut|slit|cutting|slitting|slash)(my|his|her|their)?(wrist|arm|vein|leg|skin)s?
    | (too|so)many(pill|tablet) | (took|take|taking|swallow(ed)?)(all)?(my|the)?(pill|tablet)
    | (never|not)wake(up)?again | neverwakeup | wouldntwakeup | wontwakeup | sleep(and|forever)?never(wake|forever)?
    | sleep(and|but|then|to)?(never|not|dont|wont)(ever|to)?wak"""

# Looked for in the words one by one.
_APART = r"""\bk\ ?m\ ?s\b | \bk\ ?y\ ?s\b | \bin\ danger\b | \bnot\ (feel\ )?safe\b | \b(isnt|arent|dont\ feel)\ safe\b
    | \b(hurt|harm|kill?|shake|smother|drown|strangle)(ing)?\ (my|the|our)\ (baby|child|children|kid|son|daughter
        |newborn|wife|husband|partner|mother|father)\b
    | \b(kill?|murder)(ing)?\ (him|her|them|someone|people|everyone)\b"""

# Being hurt, or afraid of someone near.
_WHO = r"""(he|she|they|partner|husband|wife|boyfriend|girlfriend|bf|gf|father|mother|stepfather|stepdad|dad|mom|parent
        |family|brother|uncle|ex|boss|therapist)"""
_HURT = rf"""\bunsafe\ at\ home\b | \b(not|isnt|dont\ feel)\ (feel\ )?safe\ (at\ home|with\ (him|her|my))\b
    | \b{_WHO}\ (has\ |have\ |had\ |always\ |often\ |sometime\ )?((is|are|keep|keeps|was|were)\ )?
      (hit|hitting|hurt|hurting|beat|beating|beaten|threaten|threatening|threatened|abuse|abusing|abused|choke|choking
        |choked|strangle|strangled|kick|kicked|punch|punched|slap|slapped|molest|molested|grope|groped|rape|raped
        |force|forced|stalk|stalking)\ me\b(?!\ at)
    | \b(husband|wife|partner|boyfriend|girlfriend|ex)\ (scare|scared|frighten|terrify|terrifie)\ me\b
    | \brap(e|ed|ing)\ me\b | \b(was|been|got|getting|am|being)\ (raped|beaten|abused|assaulted|molested|stalked)\b
    | \babus(e|ed|ing)\ me\b | \bassault(ed|ing)?\ me\b | \b(being\ beaten|beat(s|ing)?\ me\ up)\b
    | \b(afraid|scared|terrified|frightened)\ of\ (him|my\ (partner|husband|wife|boyfriend|girlfriend|father|stepfather
        |ex))\b
    | \b(domestic|partner)\ (violence|abuse)\ (line|helpline|hotline|number|help)\b"""

# Asking for a voice: a whole line of it, or the name of a service.
_ASKING = r"""^(please\ )?(i\ )?(really\ |just\ |badly\ |urgently\ )?
      (need\ (some\ |urgent\ )?help | want\ help | need\ some(one|body)(\ to\ talk\ to)? | some(one|body)\ to\ talk\ to
        | need\ to\ talk(\ to\ some(one|body))? | help(\ me)? | get\ help
        | (can\ |could\ |will\ |would\ )?(someone|somebody|anyone|you)\ (please\ )?help(\ me)?
        | ((im|am|i\ am)\ )?in\ (a\ )?crisis | crisis | i\ ?a?m\ (so\ |very\ )?(scared|desperate)
        | (this\ is\ |it\ is\ |its\ |it\ )?(an\ )?emergency | (call\ )?(an\ )?ambulance | sos | mayday)
      (\ (please|now|right|quick|quickly|fast|asap|today|tonight|urgently|immediately))*$
    | \b(samaritan|hotline|helpline|lifeline|hot\ line|help\ line|life\ line|befriender|telefonseelsorge)\b
    | \bcrisis\ (line|text|number|team|centre|center|support|help|service|chat|house|call)\b
    | \bemergency\ (number|line|help|service|room|call|phone)\b | \bneed\ (urgent\ help|help\ (right\ )?now)\b
    | \bhelp\ me\ (right\ )?now\b"""

_ELSEWHERE = (  # other tongues, as they are typed or without their accents
    "quiero morir", "no quiero vivir", "matarme", "quitarme la vida", "hacerme dano",
    "envie de mourir", "veux mourir", "me tuer", "fin a mes jours", "plus envie de vivre",
    "will sterben", "nicht mehr leben", "mich umbringen", "umbringen", "selbstmord", "suizid", "das leben nehmen",
    "mich ritzen", "voglio morire", "uccidermi", "ammazzarmi", "farla finita",
    "quero morrer", "me matar", "acabar com a minha vida", "wil dood", "zelfmoord", "niet meer leven",
    "chce umrzec", "zabic sie", "samoboj", "vill do ", "sjalvmord", "selvmord", "vil do ", "haluan kuolla", "itsemurha",
    "chci umrit", "sebevra", "meg akarok halni", "ongyilkos", "olmek istiyorum", "intihar",
    "хочу умереть", "не хочу жить", "суицид", "самоуб", "убить себя", "хочу померти", "не хочу жити",
    "想死", "自杀", "自殺", "不想活", "自残", "自殘", "死にたい", "消えたい", "死のう", "죽고 싶", "죽고싶", "자살",
    "أريد أن أموت", "اريد ان اموت", "انتحار", "انتحر", "मरना चाह", "आत्महत्या", "θέλω να πεθάνω", "αυτοκτον", "רוצה למות",
    "להתאבד",
)  # fmt: skip


_HURT_ELSEWHERE = ("me pega", "me frappe", "schlagt mich", "mi picchia", "me bate")


def calls_for_help(text: str) -> bool:
    """The words speak of dying, harm or danger, or ask for help."""
    return danger_in(text) != ""


def danger_in(text: str) -> Kind:
    """What the words speak of, the gravest first."""
    typed = text[:LONGEST]
    ways = tuple(dict.fromkeys((spoken(typed), spoken(typed.translate(_LETTERS)))))
    if any(map(_of_dying, ways)) or _says(typed, ways[0], _ELSEWHERE):
        return "dying"
    if any(_may_be(f" {way} ") and _has(_HURT, way) for way in ways) or _says(typed, ways[0], _HURT_ELSEWHERE):
        return "hurt"
    return "help" if _may_ask(ways[0]) and ways[0] != "help" and _has(_ASKING, ways[0]) else ""


def _of_dying(words: str) -> bool:
    together = words.replace(" ", "")
    return _may_be(f" {words} {together} ") and (_has(_APART, words) or _has(_TOGETHER, together))


def _has(pattern: str, words: str) -> bool:
    return re.search(pattern, words, re.VERBOSE) is not None


def _says(typed: str, words: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in f"{typed.casefold()} {words} " for phrase in phrases)


def _may_ask(words: str) -> bool:
    return any(piece in words for piece in _ASKS)


def _may_be(text: str) -> bool:
    """Quickly: something that every pattern needs a piece of. To compile the patterns takes 5 ms."""
    return any(piece in text for piece in _PIECES)


_ASKS = ("help", "emergenc", "crisis", "samarit", "line", "ambulan", "scared", "desperate", "sos", "mayday", "talk",
         "befriend", "seelsorge", "somebod", "someone")  # fmt: skip
_PIECES = (
    "abus", "afraid", "aliv", "assault", "beaten", "behere", "better", "born", "burden", "cannot", "cant",
    "cope", "cut", "danger", "dead", "die", "disap", "domestic", "dos", "drown", "dying", "end", "enough",
    "exist", "frighten", "giv", "gone", "goon", "harm", "hope", "hurt", "jump", "k m s", "k y s", "kill", "kms",
    "kys", "lif", "life", "liv", " me ", "molest", "more", "murder", "nobody", "noone", "nothing", "partner",
    "pill", "point", " rap", "reason", "safe", "scare", "sef", "sel", "sewer", "shak", "sicid", "slash",
    "sleep", "slef", "slit", "smother", "stalk", "strangl", "suc", "sui", "sus", "tablet", "terrif", "train",
    "wak", "wantit", "who", "wish", "worth",
)  # fmt: skip
