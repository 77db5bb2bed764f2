"""Words whose case or spelling is settled: days, months, places, shorthand, small words of names."""

import re

from coach.domain.shorthand import SLIPS, WORDS

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december christmas easter ramadan eid diwali english french "
    "spanish german italian arabic chinese polish ukrainian swedish danish norwegian dutch portuguese turkish japanese welsh london paris berlin europe africa asia "
    "edinburgh glasgow cardiff belfast dublin manchester birmingham leeds liverpool bristol sheffield newcastle nottingham "
    "leicester oxford cambridge scotland england ireland britain india nigeria ghana kenya germany france spain italy "
    "poland ukraine canada australia madrid rome amsterdam brussels lisbon vienna prague dubai delhi mumbai lagos nairobi "
    "tokyo sydney toronto tesco asda aldi lidl unilever deloitte "
    "linkedin google microsoft github python excel".split()
)
CALENDAR_CASED = {"linkedin": "LinkedIn", "github": "GitHub"}
MONTH_WORDS = re.compile(
    r"\b(in|before|until|till|since|by|after|of|early|late|from|to|this|next|last|end|mid) (march|may|jan|june|july)"
    r"\b(?!['’-])(?! (?:be|have|not|i|we|you|he|she|it|they)\b)"
)
"""Months typed in lower case that are words or names elsewhere."""
FULL_MONTHS = {"march": "March", "may": "May", "jan": "January", "june": "June", "july": "July"}
CLOSED_CLASS = frozenset(
    "it us is am or so me my he we no on in at to do if an as be by of up".split()
)
SHORTHAND = {
    **WORDS, **SLIPS,
    "u": "you", "ur": "your", "urself": "yourself", "pls": "please", "plz": "please", "thx": "thanks",
    "im": "I'm", "ive": "I've", "dont": "don't", "didnt": "didn't", "doesnt": "doesn't", "isnt": "isn't",
    "cant": "can't", "couldnt": "couldn't", "wouldnt": "wouldn't", "wasnt": "wasn't", "havent": "haven't",
    "thats": "that's", "whats": "what's", "wont": "won't", "hes": "he's", "shes": "she's", "youre": "you're",
    "theyre": "they're", "feb": "February", "apr": "April", "aug": "August", "sep": "September",
    "sept": "September", "oct": "October", "nov": "November", "dec": "December", "cv": "CV",
    "shouldnt": "shouldn't", "youve": "you've", "youll": "you'll", "weve": "we've", "theyve": "they've",
    "arent": "aren't", "werent": "weren't", "hasnt": "hasn't", "hadnt": "hadn't", "theres": "there's",
    "alot": "a lot", "wot": "what", "wots": "what's", "wanna": "want to", "gonna": "going to",
    "gotta": "have to", "nobodys": "nobody's", "somebodys": "somebody's", "everybodys": "everybody's",
    "childrens": "children's", "womens": "women's", "xmas": "Christmas", "tues": "Tuesday", "weds": "Wednesday",
    "thurs": "Thursday", "thur": "Thursday", "fri": "Friday",
}  # fmt: skip
"""Shorthand of hurried typing and slips in verb forms, as the same person would write them in a message."""
LOWER_SHORTHAND = {
    "ye": "you", "ya": "you", "yer": "your", "cos": "because", "wd": "would", "eves": "evenings", "ngo": "NGO",
    "ngos": "NGOs", "phd": "PhD", "msc": "MSc", "bsc": "BSc", "mba": "MBA",
    "sqe": "SQE", "acca": "ACCA", "tefl": "TEFL", "gcse": "GCSE", "gcses": "GCSEs",
    "kpi": "KPI", "kpis": "KPIs", "gp": "GP", "gps": "GPs", "ceo": "CEO",
    "cto": "CTO", "cfo": "CFO", "coo": "COO", "s&op": "S&OP", "kpmg": "KPMG", "pwc": "PwC", "ibm": "IBM",
    "aws": "AWS", "mri": "MRI", "icu": "ICU", "a&e": "A&E", "qa": "QA", "ux": "UX", "senco": "SENCO", "ltd": "Ltd",
}  # fmt: skip
"""Shorthand and initials read so only in lower case: "Ye" and "Cos" may be names."""
_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,5}")
"""Letters that nobody can say as a word."""
_NO_INITIALS = frozenset(
    "bn btw cc cm ct dr fl ft fwd gr hm hmm hr hrs kg kgs km kms kph kw lb lbs ltd mg ml mm mph mr mrs ms nd npm "
    "nr nth pb pls plz pm pps ps pt pts qty rd sh shh sr st th thx tbh tsk vs wk wks www xx xxx psst nm".split()
)
"""Units, titles and sounds that are written small."""
SMALL_WORDS = frozenset(
    "a al an and at bin by da de del der di do dos du e el for in la le of on the to van von with y".split()
)
RELATED = re.compile(
    r"^(?:your|my|our|his|her|their) (?:(?:old|former|younger|older|elder|big|little|line) )?(?:cousin|friend|sister|brother|uncle|"
    r"aunt|boss|manager|colleague|neighbour|mate|wife|husband|partner|tutor|teacher|mum|dad|son|daughter|niece|nephew)"
    r"(?: |$)",
    re.I,
)
"""What somebody is to somebody, before their name: "your cousin Aoife"."""


def are_initials(word: str, match: re.Match[str]) -> bool:
    """Whether a word is read letter by letter, and is no part of an address: "a gmp course"."""
    if word in _NO_INITIALS or _INITIALS.fullmatch(word) is None:
        return False
    before, after = match.string[: match.start()], match.string[match.end() :]
    return not re.search(r"[\w.@/_#&-]$", before) and not re.match(r"[@/_&-]|:/|\.\w", after)
