"""Masking and restoring over thousands of generated names, texts and ways of cutting a stream."""

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.model import Names
from coach.llm.masking import Mask

FIRST = (
    "Elena Zoë Siobhan Anne-Marie Jörg Łukasz Khalid Priya Søren Ngozi Иван Σωκράτης प्रिया".split()
)
LAST = [
    "Ruiz", "Núñez", "O'Neill", "O’Dowd", "Smith-Jones", "van der Berg", "de la Cruz", "bin Salem", "Nair",
    "Öztürk", "Okonkwo", "Müller", "Петров", "McAllister",
]  # fmt: skip
COMMON = "Will Grace May Hope Mark Young Chance So An Bo".split()
UNSPACED = "李 李明 王小明 田中 さくら 김민수 สมชาย".split()
TITLES = ["", "", "Dr. ", "Prof. ", "Sister ", "Mr "]
PLACES = "Northfield Harbor Leeds Brightwell Acme Zürich Sachs".split()
SORTS = ["{} Hospital", "University of {}", "{}", "The {} Trust", "{} & Sons Ltd.", "{} Health"]
PHONES = ["+44 20 7946 0958", "(555) 123-4567", "07700 900123", "020-7946-0958"]
OTHERS = [
    *(f" {phone} " for phone in PHONES), " a.b@mail.example.org ", " @priya_n", " linkedin.com/in/priya-n/", " x.com/el ",
    "Name1", "Name 2", "NAME3", "name1b", "Org1", "Email1", "Phone 1", "Name", "Org", "Na",
    "the", "will", "hope", "a talk", "hospital", "2026-12-03", "4 pm", "in", "老师", "é", "5", "I",
]  # fmt: skip
GLUE = [
    "",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "\n",
    "-",
    "_",
    "'",
    "’s ",
    "/",
    "@",
    ".",
    "\u00a0",
    "\u200b",
    "** ",
]

spaced_people = st.builds(
    "{}{} {}".format, st.sampled_from(TITLES), st.sampled_from(FIRST), st.sampled_from(LAST)
)
people = st.one_of(
    spaced_people,
    spaced_people,
    st.sampled_from(FIRST + COMMON + UNSPACED + [name.lower() for name in FIRST]),
    st.builds("{} {}".format, st.sampled_from(COMMON), st.sampled_from(COMMON + LAST)),
    st.text("Name1 Elb.'-李é", max_size=8),
)
organisations = st.builds(str.format, st.sampled_from(SORTS), st.sampled_from(PLACES))
everyone = st.builds(
    Names, people=st.lists(people, max_size=4).map(tuple), organisations=st.lists(organisations, max_size=2).map(tuple)
)  # fmt: skip


def bare(text):
    """Without accents, invisible characters and case, as any reader would compare."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(
        c for c in apart if not unicodedata.category(c).startswith(("Mn", "Cf"))
    ).casefold()


WAYS = [
    str, str, str, str.upper, str.lower, "{}'s".format, "{}s".format, "the {}es".format, bare,
    lambda text: unicodedata.normalize("NFD", text), lambda text: text.replace(" ", "\n"),
    lambda text: text.split()[-1] if text.split() else "", lambda text: text.split()[0] if text.split() else "",
    lambda text: text.replace(" ", ""), "{}2026".format,
]  # fmt: skip


TEXTS = 5
"""Texts made of one drawing: its fragments and what stands between them, turned against each other."""


@st.composite
def cases(draw, everyone):
    """Names, and texts that mention them."""
    names = draw(everyone)
    mentions = [*names.people, *names.organisations] or ["nobody"]
    fragments = st.one_of(
        st.builds(lambda way, text: way(text), st.sampled_from(WAYS), st.sampled_from(mentions)),
        st.sampled_from(OTHERS),
    )
    parts = draw(st.lists(fragments, min_size=1, max_size=7))
    glue = draw(st.lists(st.sampled_from(GLUE), min_size=1, max_size=5))
    return names, [
        "".join(
            part + glue[(at * turn + turn) % len(glue)]
            for at, part in enumerate(parts[turn % len(parts) :] + parts[:turn])
        )
        for turn in range(TEXTS)
    ]


def streamed(mask, text, sizes):
    stream, out, at = mask.stream(), [], 0
    while at < len(text):
        size = sizes[len(out) % len(sizes)]
        out.append(stream.feed(text[at : at + size]))
        at += size
    return "".join([*out, stream.end()])


sizes = st.lists(st.integers(1, 9), min_size=1, max_size=4)


@settings(max_examples=1_200, derandomize=True, deadline=None, database=None)
@given(cases(everyone), sizes)
def test_what_is_masked_comes_back_exactly_whole_or_in_pieces(case, sizes):
    names, texts = case
    mask = Mask(names)
    seen = [mask.mask(text) for text in texts]
    assert [mask.restore(text) for text in seen] == texts
    assert [streamed(mask, text, sizes) for text in seen] == texts


@settings(max_examples=1_500, derandomize=True, deadline=None, database=None)
@given(st.text("Name12 bOrgs'-.@李éE\n_", max_size=40), sizes)
def test_texts_made_of_the_letters_of_stand_ins_come_back_exactly(text, sizes):
    mask = Mask(Names(people=("Elena Eng", "李", "Bo S"), organisations=("Nar Org",)))
    seen = mask.mask(text)
    assert mask.restore(seen) == text
    assert streamed(mask, seen, sizes) == text


@settings(max_examples=1_500, derandomize=True, deadline=None, database=None)
@given(
    st.lists(st.sampled_from([*OTHERS, *GLUE, "Name12", "Name9", "Name2es", "name 2 things"]), max_size=12),
    sizes,
)  # fmt: skip
def test_a_models_text_is_restored_alike_whole_or_in_pieces(parts, sizes):
    mask = Mask(Names(people=tuple(f"Anders{chr(97 + n)} Lee" for n in range(13))))
    text = "".join(parts)
    assert streamed(mask, text, sizes) == mask.restore(text)


DISTINCT = st.builds(
    "{}{} {}".format,
    st.sampled_from(TITLES),
    st.sampled_from("Elena Zoë Siobhan Jörg Khalid Priya Ngozi Иван".split()),
    st.sampled_from("Ruiz Núñez O'Neill Oduya-Tan Nair Öztürk Okonkwo Петров".split()),
)


distinct_names = st.builds(
    Names,
    people=st.lists(DISTINCT, min_size=1, max_size=3).map(tuple),
    organisations=st.lists(organisations, max_size=2).map(tuple),
)
SECRETS = "7946 123-4567 900123 mail.example @priya /in/priya x.com/el".split()


@settings(max_examples=700, derandomize=True, deadline=None, database=None)
@given(cases(distinct_names))
def test_no_name_address_or_number_remains_in_what_a_model_sees(telling):
    names, texts = telling
    mask = Mask(names)
    seen = "\n".join(bare(mask.mask(text)) for text in texts)
    given_words = {word for name in names.people for word in re.findall(r"\w{3,}", bare(name))}
    given_places = {bare(place) for place in PLACES if place in " ".join(names.organisations)}
    for word in (given_words | given_places) - {"prof", "sister", "harbor"}:
        assert not re.search(rf"(?<![^\W\d_]){word}(?:e?s)?(?![^\W\d_])", seen), word
    assert not [secret for secret in SECRETS if secret in seen]
