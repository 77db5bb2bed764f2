"""Words whose case or spelling is settled: days, months, places, shorthand, small words of names."""

import re

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december christmas easter ramadan eid diwali english french "
    "spanish german italian arabic chinese polish ukrainian swedish danish norwegian dutch portuguese turkish japanese welsh london paris berlin europe africa asia "
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
    "u": "you", "ur": "your", "urself": "yourself", "ppl": "people", "pls": "please", "plz": "please", "thx": "thanks",
    "im": "I'm", "ive": "I've", "dont": "don't", "didnt": "didn't", "doesnt": "doesn't", "isnt": "isn't",
    "cant": "can't", "couldnt": "couldn't", "wouldnt": "wouldn't", "wasnt": "wasn't", "havent": "haven't",
    "thats": "that's", "whats": "what's", "wont": "won't", "hes": "he's", "shes": "she's", "youre": "you're", "theyre": "they're", "feb": "February", "apr": "April", "aug": "August", "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December", "b4": "before", "abt": "about", "tmrw": "tomorrow", "msg": "message", "yrs": "years", "yr": "year", "wks": "weeks", "wk": "week", "hrs": "hours", "cv": "CV",
}  # fmt: skip
"""Shorthand of hurried typing, written out as the same person would in a message."""
SMALL_WORDS = frozenset(
    "a al an and at bin by da de del der di do dos du e el for in la le of on the to van von with y".split()
)
