"""Shorthand and slips of hurried typing with what is meant: one list for who writes and who checks what is written.

What the writer writes out, the review must know to be the same, or it calls the mentee's own words invented.
"""

WORDS = {
    "ppl": "people", "b4": "before", "abt": "about", "tmrw": "tomorrow", "msg": "message", "yrs": "years",
    "yr": "year", "wks": "weeks", "wk": "week", "hrs": "hours", "mth": "month", "mths": "months",
    "qtr": "quarter", "tmr": "tomorrow", "2moro": "tomorrow", "2mrw": "tomorrow", "mgr": "manager",
    "mgrs": "managers", "mgmt": "management", "asst": "assistant", "dept": "department", "bc": "because",
    "coz": "because", "cuz": "because", "shd": "should", "cld": "could", "wld": "would", "fam": "family",
    "wknd": "weekend", "snr": "senior", "jnr": "junior", "shld": "should", "thru": "through", "tho": "though",
    "nite": "night", "lvl": "level", "mngr": "manager",
}  # fmt: skip
"""Words cut short, in any text and either case."""
SLIPS = {
    "readed": "read", "writed": "wrote", "teached": "taught", "buyed": "bought", "goed": "went",
    "runned": "ran", "speaked": "spoke", "thinked": "thought", "telled": "told", "builded": "built",
    "maked": "made", "leaded": "led", "sended": "sent", "catched": "caught", "meeted": "met",
    "finded": "found", "getted": "got", "gived": "gave", "taked": "took", "choosed": "chose",
    "becomed": "became", "beginned": "began", "drived": "drove", "growed": "grew", "keeped": "kept",
    "knowed": "knew", "selled": "sold", "spended": "spent", "understanded": "understood", "winned": "won",
    "feeled": "felt", "heared": "heard", "sayed": "said", "leaved": "left", "losed": "lost",
}  # fmt: skip
"""Past forms that learners make, and the right ones."""
