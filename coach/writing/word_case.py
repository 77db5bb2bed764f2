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
    "childrens": "children's", "womens": "women's",
}  # fmt: skip
"""Shorthand of hurried typing and slips in verb forms, as the same person would write them in a message."""
LOWER_SHORTHAND = {
    "ye": "you", "ya": "you", "yer": "your", "cos": "because", "wd": "would", "eves": "evenings", "ngo": "NGO",
    "ngos": "NGOs", "nhs": "NHS", "phd": "PhD", "msc": "MSc", "bsc": "BSc", "mba": "MBA", "hgv": "HGV", "nvq": "NVQ",
    "sql": "SQL", "cpd": "CPD", "sqe": "SQE", "lpc": "LPC", "acca": "ACCA", "tefl": "TEFL", "gcse": "GCSE", "gcses": "GCSEs",
    "bbc": "BBC", "kpi": "KPI", "kpis": "KPIs", "crm": "CRM", "gp": "GP", "gps": "GPs", "cnc": "CNC", "ceo": "CEO",
    "cto": "CTO", "cfo": "CFO", "coo": "COO", "hcpc": "HCPC", "s&op": "S&OP", "kpmg": "KPMG", "pwc": "PwC", "ibm": "IBM",
    "gcp": "GCP", "aws": "AWS", "html": "HTML", "css": "CSS", "mri": "MRI", "icu": "ICU", "a&e": "A&E",
}  # fmt: skip
"""Shorthand and initials read so only in lower case: "Ye" and "Cos" may be names."""
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
