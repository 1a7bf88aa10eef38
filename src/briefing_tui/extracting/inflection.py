"""English inflection for the lexicon: a verb's five forms and a noun's plural, spelled by rule.

Irregular verbs and nouns list their forms in the lexicon; nothing irregular is known here.
"""

VOWELS = frozenset("aeiou")


def inflect_verb(verb: str) -> dict[str, str]:
    """The regular forms of a verb or verb phrase, inflecting its first word: {form: tense}.

    Tenses are "base", "s", "ing" and "ed" (past and past participle alike).

    >>> inflect_verb("carry out")
    {'carry out': 'base', 'carries out': 's', 'carrying out': 'ing', 'carried out': 'ed'}
    """
    word, space, rest = verb.partition(" ")
    tail = space + rest
    return {
        word + tail: "base",
        _third_person(word) + tail: "s",
        _stem(word, keep_e=False) + "ing" + tail: "ing",
        _past(word) + tail: "ed",
    }


def irregular_verb(parts: str) -> dict[str, str]:
    """The forms of an irregular verb written as its principal parts, "strike/struck/struck" or "let/let/let/letting".

    Tenses are "base", "s", "ing", "past" and "pp"; a past equal to the participle is "ed". A particle may follow the
    first part ("break off/broke off/broken off").
    """
    base, past, participle, *ing = parts.split("/")
    word, space, rest = base.partition(" ")
    forms = {base: "base", _third_person(word) + space + rest: "s"}
    forms[ing[0] if ing else _stem(word, keep_e=False) + "ing" + space + rest] = "ing"
    if past == participle:
        forms.setdefault(past, "ed")
    else:
        forms.setdefault(past, "past")
        forms.setdefault(participle, "pp")
    return forms


def pluralize(noun: str) -> str:
    """The regular plural of a noun phrase, inflecting its last word.

    >>> pluralize("armoured personnel carrier"), pluralize("battery")
    ('armoured personnel carriers', 'batteries')
    """
    return _third_person(noun)


def _third_person(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith("o") and len(word) > 2 and word[-2] not in VOWELS:
        return word + "es"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS:
        return word[:-1] + "ied"
    return _stem(word, keep_e=True) + "ed"


def _stem(word: str, *, keep_e: bool) -> str:
    if not keep_e:
        if word.endswith("ie"):
            return word[:-2] + "y"
        if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
            return word[:-1]
    if _doubles(word):
        return word + word[-1]
    return word


def _doubles(word: str) -> bool:
    """Whether a final consonant doubles: one-syllable words of consonant, single vowel, consonant ("ban", "hit")."""
    if len(word) < 3 or word[-1] in VOWELS or word[-1] in "wxy" or word[-2] not in VOWELS or word[-3] in VOWELS:
        return False
    return sum(letter in "aeiouy" for letter in word) == 1
