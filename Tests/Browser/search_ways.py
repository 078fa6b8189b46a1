"""The ways in which people type a title that they know: functions from a title to queries."""

import random
import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+")
MINOR = set(
    "au aux avec ce ces dans de des du en et la le les leur mais ou par pas pour que qui sans se ses "
    "sur un une".split()
)
ELISIONS = ["l’", "d'", "l'", "d’", "qu’"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
NEVER_ELIDED = {"huit", "haut", "haute", "handicap", "hasard", "héros", "hors", "hub", "onze"}


def plain(text):
    """The text without its accents."""
    letters = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def as_written(title):
    return [title]


def without_accents(title):
    return [plain(title)]


def opposite(word):
    """The plural of a singular, the singular of a plural, by the rules of regular words."""
    if len(word) < 4 or word.lower() in MINOR or word.isupper():
        return word
    if word.endswith(("eaux", "eux")):
        return word[:-1]
    if word.endswith("aux"):
        return word[:-2] + "l"
    if word.endswith("s"):
        return word[:-1]
    if word.endswith(("x", "z")):
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


def in_the_other_number(title):
    return [WORD.sub(lambda match: opposite(match[0]), title)]


def elided(title):
    """Every word of at least four letters that starts with a vowel sound, behind an elision."""
    chosen = random.Random(title)

    def elide(match):
        word, before = match[0], title[: match.start()]
        starts = plain(word)[0].lower() in "aeiouh" and word.lower() not in NEVER_ELIDED
        if len(word) < 4 or not starts or before.endswith(("'", "’", "-", "·", "•")):
            return word
        return chosen.choice(ELISIONS) + word

    return [WORD.sub(elide, title)]


def with_one_error(title):
    """The longest word with a letter less, a letter for another, one more, and two swapped."""
    match = max(WORD.finditer(title), key=lambda match: len(match[0]))
    word = match[0]
    if len(word) < 4:
        return [title]
    chosen = random.Random(title)
    at, other = chosen.randrange(len(word)), chosen.randrange(len(word) - 1)
    errors = [
        word[:at] + word[at + 1 :],
        word[:at] + chosen.choice(LETTERS) + word[at + 1 :],
        word[:at] + chosen.choice(LETTERS) + word[at:],
        word[:other] + word[other + 1] + word[other] + word[other + 2 :],
    ]
    return [title[: match.start()] + error + title[match.end() :] for error in errors]


def cut(title):
    """The last word without its three last letters, when four at least are left of it."""
    match = list(WORD.finditer(title))[-1]
    return [title[: match.end() - 3]] if len(match[0]) >= 7 else [title]


WAYS = {
    "as written": as_written,
    "without accents": without_accents,
    "in the other number": in_the_other_number,
    "elided": elided,
    "with one error": with_one_error,
    "cut": cut,
}
