"""The closed word classes of English: pronouns, auxiliaries, determiners, prepositions."""

INDEFINITE = frozenset("nobody everyone everybody anyone anybody nothing everything".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten twelve twenty".split())
WH = frozenset("what why how when where which who whom whose".split())
AUXILIARY = frozenset(
    "am is are was were do does did have has had can could would will shall should may might must".split()
)
FIRST_PRONOUNS = frozenset("i i'm i've i'd i'll we we're we've we'd we'll".split())
SECOND_PRONOUNS = frozenset("you you're you've you'd you'll".split())
SUBJECT_PRONOUNS = (
    FIRST_PRONOUNS | SECOND_PRONOUNS | frozenset("she he they it this that these those".split())
)
PERSONAL = FIRST_PRONOUNS | SECOND_PRONOUNS | frozenset("she he they it".split())
DETERMINERS = frozenset(
    "a an the my your our his her their its this that these those some any every each both all no "
    "another other such many several few more most".split()
)
PREPOSITIONS = frozenset(
    "about across after against along among around as at before behind between beyond by despite "
    "during for from in inside into like near of off on onto out outside over per since through "
    "throughout to toward towards under until up upon via with within without".split()
)
STOP = (
    PREPOSITIONS
    | WH
    | {"that", "because", "and", "or", "but", "if", "whether", ",", ";", ":", "(", "–", "—"}
)
ADVERB_OPENERS = frozenset(
    "also always just once recently really never still now already both ever often".split()
)
BARE_PARTICIPLES = frozenset("been seen done taken".split())
REFERRED = frozenset("referred introduced recommended pointed directed".split())
FINITE_ONLY = frozenset("is was has does says tells explains".split())
SPOKEN = frozenset(
    "told said suggested recommended mentioned introduced gave pointed thinks thought says is was are "
    "were has have passed sent showed".split()
)
VERBS_WITH_OF = frozenset("think dream hear approve dispose learn know speak talk consist".split())
ONLY_VERBS = frozenset(
    "makes gives builds teaches writes knows brings takes keeps sells goes says becomes sees gets speaks "
    "understands chooses helps wins grows lets".split()
)
"""Verb forms that are no nouns."""
PLURAL_VERBS = frozenset("come are have know get meet need go make take give want were".split())
GROUPS = frozenset("group team board committee panel unit clinic network".split())
AFTER_VERB = frozenset("the a an my our his her their people everyone everybody us me them".split())
