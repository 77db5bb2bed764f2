"""Tells whether a spoken answer is in English; most are too short for what is asked of a letter."""

import re

from coach.review.language import is_english

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OTHERS = frozenset(
    "ich du er sie wir ihr das der die den dem und oder nicht ist sind war ein eine einen mit auf für aber auch ja nein "
    "je tu il elle nous vous les des une est pas que qui dans pour avec mais oui non ce cela votre vos merci quoi comment "
    "yo él ella nosotros los las una es no que por para con pero sí usted su gracias qué cómo hay muy del al "
    "eu ele você nós os as um uma é não com mas sim obrigado como "
    "io lui lei noi il gli un è che per con ma sì grazie come cosa sono "
    "ik jij hij wij het een niet maar ja nee dat voor met "
    "jag det inte och är att på som "
    "i nie to jest na się że co jak".split()
)
"""Small words of the languages a model is most likely to fall into."""
_ENGLISH = frozenset(
    "a i the and of to in it is that you do not no was for on with as at be this have had but what how so if "
    "my your we they me am are did would could will there then well just about".split()
)
_FEW, _FOREIGN = 8, 2


def spoken_in_english(line: str) -> bool:
    """Whether a line is in English: by its share of small words, or, where it is short, by whose they are."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(line)]
    if not is_english(line):
        return False
    if len(words) >= _FEW:
        return True
    foreign = sum(word in _OTHERS and word not in _ENGLISH for word in words)
    return foreign < _FOREIGN or foreign <= sum(word in _ENGLISH for word in words)
