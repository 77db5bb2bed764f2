"""Mends what hurried typing leaves out or cuts short, where only one thing can be meant."""

import re

_FIRST_DAYS = re.compile(
    r"\b(about|during|in|after|for) ((?:first|last|next) (?:\d+|few|two|three|six) )", re.I
)
_BARE = r"(?!(?:the|an?|my|our|your|his|her|their|its|this|that|every|each|one|two|some|any|no)\b)"
"""Where no word that stands for an article follows."""
_HYPHENED = re.compile(
    r"\b(self|ex) (taught|employed|made|teacher|nurse|pharmacist|manager|army|police|military)\b",
    re.I,
)
_AND = re.compile(r"(?<=[a-z)]) [&+] (?=[a-z])")
_WITH = re.compile(r"(?<!\S)(?:w(/out\b|/o\b|/) ?(?=\w)|w() ?(?=[A-Za-z]))")
_IT_IS = re.compile(
    r"\bits (?=(?:an?|the|been|not|so|really|now|still|just|going|getting|okay|ok|because|(?:much|far|a lot) \w+er|"
    r"(?:hard|easy|good|great|nice|fine|clear|too late|too early)(?: to| that| for| when| if|$|[,.;]))\b)",
    re.I,
)
_WITHOUT = re.compile(
    r"(?<=[a-z]), (?=no (?!worries|problems|thanks|regrets|excuses|hurries)(?:[a-z-]+ )?(?!worries|problems)[a-z]{4,}s$)"
)
_ON_DAY = re.compile(r"\b(her|him|them|it) (mon|tues?|weds?|thurs?|fri)\b(?=$|[.,;])", re.I)
_DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday"}
"""A day cut short after whom or what was met with on it: "showed her weds"."""
_AGREEMENT = re.compile(r"\b(we|you|they) was\b", re.I)
_YOU_ARE = re.compile(
    r"\b(?:your|ur) (?=(?:better off|too (?!-)[a-z]+|going to|gonna|not|never|always [a-z]+ing|underselling|overthinking|overselling)\b(?!-))",
    re.I,
)
_YOU_ARE_THERE = re.compile(
    r"\b(till|until|when|once|if|because|before|while|where) (?:your|ur) "
    r"(?=(?:signed|ready|done|sure|stuck|tired|asked|told|paid|free|there|in (?:the|a)|on (?:the|a)|settled|working|asking)\b)",
    re.I,
)
_SHOULD_OF = re.compile(r"\b(should|could|would|might|must)(?: of|a)\b(?! course)", re.I)
_AND_SHORT = re.compile(r"(?<=[a-z]) (?:n|an['’]) (?=[a-z])")
_LOT_OF = re.compile(
    r"(?<!\ba )(?<!\bthe )(?<!\bwhole )(?<!\bawful )(?<!\bjob )\b([Ll])ot of (?=[A-Za-z])"
)
_LIKE_NUMBER = re.compile(
    r"\b(in|for|after|over) like (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)", re.I
)
_CHAT_ASIDE = re.compile(r",?\s(?:lol|haha|hehe|tbh|ngl|imo|btw|innit)(?=\s*(?:$|[.,;!?]))", re.I)
_TO_UNI = re.compile(r"\b(go|went|going|gone) (?=(?:uni|university|college)\b)", re.I)
_THE_PLACE = re.compile(
    r"\b(sits?|sat|stood|was|were|am|is|are|been) (at|on|in) (front|rota|"
    rf"(?:{_BARE}[a-z-]+ ){{0,2}}(?:panel|committee)|board(?= of\b)|{_BARE}[a-z-]+ board)"
    r"(?=$|[.,;!?]| (?:and|but|when|while|for|of|with|at|in|next|this|last|that|which|who|here|there)\b)",
    re.I,
)
_CHAIRS = re.compile(
    rf"\b(chairs?|chaired|chairing|joined|joining) (?={_BARE}[a-z-]+ (?:panel|committee|board)\b(?!s))"
)
"""Who runs a body that is not named: "you chair interview panel"."""
_LONG_THING = re.compile(
    r"(?P<before>\b[A-Za-z]+ )?(?<![\w.,-])(?P<number>\d+|two|three|four|five|six|nine|twelve) (?P<unit>week|month|year|day|hour) "
    r"(?P<thing>(?:[a-z]+ )?(?:placement|course|internship|contract|programme|program|project|secondment|trial|visit|apprenticeship|"
    r"gap|break|degree|training|workshop|residency|fellowship|traineeship|bootcamp|diploma|posting|rotation))\b(?!s)"
)
"""How long something was, before its name: "did 2 week placement"."""
_DETERMINED = frozenset(
    "a an the my our your his her their this that one first second last next another each every no same".split()
)
_FROM_YEAR = re.compile(
    r"(?P<before>\b[A-Za-z]+) (?P<one>(?:19|20)\d\d) ?[-–—] ?(?P<two>(?:19|20)\d\d)\b(?! [a-z]*(?:season|cohort|intake|academic|budget))"
)
_HAS_VERB = re.compile(
    r"\b(?:was|were|been|worked|studied|lived|taught|trained|served|volunteered|ran|led|did|played|sang|managed|shared|sat)\b",
    re.I,
)
_SAID_TRY = re.compile(
    r"\b(said|told me) (?=(?:try|ask|contact|message|e-?mail|call|ring|text|write to|speak to|talk to|get in touch with) (?:you|u|him|her|them)\b)",
    re.I,
)
_NOT_FROM = frozenset(
    "in from between of for the class cohort season year edition academic by since until to and or".split()
)
_PER = re.compile(r"(?<=[a-z0-9])/(qtr|yr|mth|wk|quarter|year|month|week|day|hour|hr)\b(?!/)", re.I)
_PER_FULL = {"qtr": "quarter", "yr": "year", "mth": "month", "wk": "week", "hr": "hour"}
_PERFECT = re.compile(
    r"\b(has|have|['’]ve) (start(?= (?:as|in|at|with|my|his|her|the|a)\b)|begin|write|build|go(?= (?:from|to|through|back)\b)|"
    r"join|finish|learn|teach|speak|give|take|choose|grow|know|manage(?= to\b)|move(?= (?:from|to|into)\b)|"
    r"change(?= (?:from|my|his|her|career|jobs?)\b)|work(?= (?:as|with)\b))\b",
    re.I,
)
_PARTICIPLES = {
    "begin": "begun", "write": "written", "build": "built", "go": "gone", "learn": "learnt", "teach": "taught",
    "speak": "spoken", "give": "given", "take": "taken", "choose": "chosen", "grow": "grown", "know": "known",
    "manage": "managed", "move": "moved", "change": "changed",
}  # fmt: skip
_WANT_TO = re.compile(
    r"\b(wants?|wanted) (?=(?:open|start|become|learn|move|get|go|make|write|build|be|find|know|ask|try|improve|grow|join|apply)\b)",
    re.I,
)
_EVENING = re.compile(r"\b(any|every|most|each|one|some) eve\b")
_MONEY_IS = re.compile(r", moneys? (?=(?:tight|short)\b)", re.I)


def repaired(text: str) -> str:
    """As in "we was there w/ the first 3 & left" -> "we were there with the first 3 and left"."""
    text = _WITH.sub(_spelled, _AND.sub(" and ", text))
    text = _HYPHENED.sub(r"\1-\2", _AGREEMENT.sub(r"\1 were", text))
    text = _IT_IS.sub(lambda m: f"{m.group()[:2]}'s ", text)
    text = _WITHOUT.sub(", with ", text)
    text = _AND_SHORT.sub(" and ", _YOU_ARE.sub(_you_are, text))
    text = _SHOULD_OF.sub(r"\1 have", _YOU_ARE_THERE.sub(r"\1 you're ", text))
    text = _LOT_OF.sub(r"a \1ot of ", _LIKE_NUMBER.sub(r"\1 about ", text))
    text = _TO_UNI.sub(r"\1 to ", _CHAT_ASIDE.sub("", text))
    text = _THE_PLACE.sub(r"\1 \2 the \3", text)
    text = _PER.sub(lambda m: f" a {_PER_FULL.get(m[1].lower(), m[1])}", text)
    text = _PERFECT.sub(lambda m: f"{m[1]} {_participle(m[2].lower())}", text)
    text = _ON_DAY.sub(lambda at: f"{at[1]} on {_DAYS[at[2][:3].lower()]}", text)
    text = _EVENING.sub(r"\1 evening", text)
    text = _CHAIRS.sub(r"\1 the ", text)
    text = _SAID_TRY.sub(r"\1 to ", text)
    text = _LONG_THING.sub(_with_its_article, _FROM_YEAR.sub(_from_to, text))
    text = _MONEY_IS.sub(": money is ", _WANT_TO.sub(r"\1 to ", text))
    return _FIRST_DAYS.sub(r"\1 the \2", text)


def _spelled(match: re.Match[str]) -> str:
    """As in "w/ the team", "w/o help", "with me" typed "w me"."""
    alone = match[1] is None and not match.group().endswith(" ")
    return match.group() if alone else "without " if (match[1] or "").startswith("/o") else "with "


def _you_are(match: re.Match[str]) -> str:
    """As in "your better off alone" -> "you're better off alone"."""
    return "You're " if match.group()[0].isupper() else "you're "


def _participle(base: str) -> str:
    return _PARTICIPLES.get(base, f"{base}ed")


def _with_its_article(match: re.Match[str]) -> str:
    """As in "did 2 week placement" -> "did a 2-week placement"; "my 2 week placement" keeps its "my"."""
    before = match["before"] or ""
    article = "" if before.strip().lower() in _DETERMINED else _vowel(match["number"])
    return f"{before}{article}{match['number']}-{match['unit']} {match['thing']}"


def _vowel(number: str) -> str:
    return "an " if re.match(r"8|11$|18$|eight|eleven", number) else "a "


def _from_to(match: re.Match[str]) -> str:
    """As in "worked there 2018-2020" -> "worked there from 2018 to 2020"."""
    told = _HAS_VERB.search(match.string[: match.start()] + match["before"])
    if told is None or match["before"].lower() in _NOT_FROM:
        return match.group()
    return f"{match['before']} from {match['one']} to {match['two']}"
