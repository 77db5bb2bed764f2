"""Tables of pronouns, and of the words around them that tell object from possessive."""

SUBJECT = {"she": "f", "he": "m", "they": "p"}
OBJECT = {"him": "m", "them": "p"}
POSSESSIVE = {"his": "m", "their": "p"}
REFLEXIVE = {"herself": "f", "himself": "m", "themselves": "p", "themself": "p"}
ABSOLUTE = {"hers": "f", "theirs": "p"}
CONTRACTED = {"ll": "'ll", "d": "'d", "re": "'re", "ve": "'ve"}
AFTER_OBJECT = frozenset(
    "at in on about for to from with by and or but as if when while after before during through via "
    "that because so since briefly once twice again speaking presenting explaining describing giving "
    "saying interviewed mentioned featured quoted how what why where who the a an some my our us me "
    "directly personally there here too . , ; ! ?".split()
)
VERBS_OR_NOUNS = frozenset(
    "speak present explain describe give say discuss lead run teach answer introduce demonstrate".split()
)
TIME_NOUNS = frozenset(
    "year week month spring summer autumn fall winter term semester time monday friday".split()
)
INVERTED = {
    "is": "are", "was": "were", "does": "do", "has": "have",
    "isn't": "aren't", "wasn't": "weren't", "doesn't": "don't", "hasn't": "haven't",
}  # fmt: skip
ADVERBS = frozenset(
    "also always still now often recently currently never really just then even only once first "
    "already quickly clearly openly honestly regularly later soon both all not".split()
)
OBJECT_OPENERS = frozenset(
    "a an the my our your his her their its to at about with for on us me people others how what that "
    "this these those more most all many some openly regularly internationally".split()
)
CAUSATIVE = frozenset("make makes made let lets help helps helped watch watched had".split())
ALSO_NOUNS = frozenset(
    "talks reports leads designs plans studies works reviews supports tests uses visits searches "
    "offers programs programmes shows posts comments links moves changes answers challenges".split()
)
PLURALS = frozenset(
    "people ppl men women children folks staff everyone anyone somebody someone".split()
)
NOT_VERBS = frozenset("this was has is his its yes across always perhaps".split())
END_MARKS = ".;!?"
