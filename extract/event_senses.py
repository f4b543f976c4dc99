"""Words of events in another sense: attacks in words, votes that are voters.

"Attacked his rival as a fraud", "the rural vote", "good judgment", "installed pumps",
"offered hope", "a bid for the mayoralty", "declined to identify buyers": nothing of
the sort that the same words tell elsewhere was done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import agents, case_of, children, noun_phrases, obliques, patients
from extract.deed_lexicon import deed_lexicon
from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from extract.event_triggers import Trigger

#: What is attacked in words only.
THOUGHTS: Final = frozenset(
    {"policy", "plan", "record", "ideology", "loophole", "idea", "proposal", "view"}
    | {"decision", "bill", "law", "remark", "comment", "credibility", "character"}
    | {"integrity", "budget", "notion", "opinion", "ruling", "right", "liberty"}
    | {"freedom", "democracy", "independence", "dignity", "wage", "pension", "welfare"}
    | {"constitution", "value", "tradition", "reputation", "motive", "stance", "claim"}
    | {"critic", "opponent", "rival", "nominee", "candidate", "press", "competence"}
    | {"privilege", "inequality", "poverty", "inflation", "problem", "deficit", "cost"}
    | {"strategy", "argument", "rhetoric", "performance", "handling", "treatment"}
)
#: Where words are said.
SPEECHES: Final = frozenset(
    {"tweet", "speech", "interview", "statement", "column", "editorial", "article"}
    | {"debate", "advertisement", "commercial", "book", "broadcast", "remark", "word"}
    | {"letter", "newspaper", "sermon", "pamphlet", "op-ed", "blog", "commentary"}
)
IN_WORDS: Final = frozenset(
    {"verbal", "verbally", "personal", "personally", "publicly", "rhetorical", "ad"}
    | {"partisan", "negative", "scathing", "withering", "blistering", "stinging"}
    | {"veiled", "ideological", "philosophical", "editorial", "rhetorically", "twitter"}
    | {"heart", "panic", "asthma", "anxiety"}  # of an illness
)
#: Who votes alike.
VOTERS: Final = frozenset(
    {"black", "white", "latino", "hispanic", "asian", "jewish", "muslim", "catholic"}
    | {"evangelical", "christian", "protestant", "female", "male", "woman", "women"}
    | {"youth", "young", "elderly", "rural", "urban", "suburban", "ethnic", "minority"}
    | {"working-class", "blue-collar", "middle-class", "immigrant", "gay", "swing"}
    | {"floating", "popular", "electoral", "protest", "african-american", "african"}
    | {"conservative", "liberal", "student", "farm", "undecided", "core"}
)
#: Parts of the votes that were cast.
SHARES: Final = frozenset(
    {"percent", "%", "share", "majority", "third", "half", "bulk", "quarter", "cent"}
    | {"proportion", "plurality", "number", "two-thirds", "percentage"}
)
WOOING: Final = frozenset(
    {"win", "get", "receive", "poll", "court", "woo", "attract", "draw", "gain", "lose"}
    | {"garner", "seek", "need", "cost", "deliver", "buy", "split", "count"}
)
#: What somebody has judgment of, and what it is like.
HAVING: Final = frozenset(
    {"have", "show", "exercise", "lack", "use", "trust", "question", "reserve", "cloud"}
    | {"doubt", "suspend", "display", "impair"}
)
SOUND: Final = frozenset(
    {"good", "bad", "poor", "sound", "better", "best", "moral", "political", "own"}
    | {"professional", "independent", "human", "clinical", "value"}
)
#: Verbs of offices that are done to things as well, and those that take no office.
SETTING: Final = frozenset({"install", "topple", "inaugurate"})
PRIZES: Final = frozenset(
    {"award", "prize", "emmy", "oscar", "grammy", "medal", "honor", "honour", "tony"}
)
RULERS: Final = frozenset(
    {"government", "regime", "dictator", "king", "queen", "monarch", "monarchy", "shah"}
    | {"junta", "cabinet", "ruler", "dictatorship", "governor", "mayor", "bishop"}
    | {"speaker", "premier", "successor", "commander", "administration", "leadership"}
)
#: What is offered in words.
TOKENS: Final = frozenset(
    {"hope", "advice", "comfort", "glimpse", "evidence", "detail", "insight", "view"}
    | {"explanation", "opinion", "apology", "condolence", "sympathy", "prayer"}
    | {"congratulation", "thanks", "praise", "criticism", "reason", "excuse", "example"}
    | {"lesson", "clue", "hint", "look", "course", "proof", "consolation", "support"}
    | {"resistance", "encouragement", "chance", "clarification", "assessment"}
)
#: Offices and prizes that somebody bids for.
STAKES: Final = frozenset(
    {"seat", "office", "presidency", "nomination", "re-election", "reelection"}
    | {"senate", "election", "mayor", "governor", "congress", "term", "title"}
    | {"olympics", "cup", "freedom", "parole", "record", "governorship", "mayoralty"}
    | {"leadership", "premiership", "house", "glory", "medal", "championship"}
)
CAMPAIGNS: Final = frozenset(
    {"presidential", "senate", "reelection", "re-election", "gubernatorial", "election"}
    | {"leadership", "mayoral", "comeback", "nomination", "grass-roots", "grassroots"}
)


def means_else(trigger: Trigger) -> bool:
    """True for a word that tells nothing of its type where it stands."""
    token, word = trigger.token, lemma(trigger.token)
    verb = token.pos_ == "VERB"
    if verb and any(child.lower_ == "than" for child in token.children):
        return True  # "would earn more than by accepting the bid"
    if trigger.type == "attack" and word in {"attack", "assault"}:
        return attacks_in_words(token) if verb else is_attack_in_words(token)
    if trigger.type == "vote" and word == "vote" and not verb:
        return is_electorate(token)
    if trigger.label == "Ruling" and word in {"judgment", "judgement"}:
        return is_faculty(token)
    if trigger.label == "Change of office" and verb:
        return is_of_things(token, word)
    bids = patients(token) if verb else [token]
    if trigger.type == "proposal" and only(bids, frozenset({"bid"})):
        return all(map(is_candidacy, bids))
    if trigger.type == "proposal" and word == "offer" and verb:
        return only(patients(token), TOKENS)
    if trigger.type == "rejection" and word in {"decline", "refuse"} and verb:
        return keeps_mum(token) or falls(token)
    return False


def only(nouns: Iterable[Token], words: frozenset[str]) -> bool:
    """True for nouns, all of which are among some words."""
    found = [lemma(noun) for noun in nouns]
    return bool(found) and all(word in words for word in found)


def attacks_in_words(verb: Token) -> bool:
    """True for "attacked his rival as a fraud", "attacked the plan in a speech"."""
    objects = patients(verb)
    if only(objects, THOUGHTS):
        return True
    if any(child.lower_ in IN_WORDS for child in children(verb, "advmod")):
        return True
    for case, noun in obliques(verb):
        owned = case == "for" and bool(children(noun, "nmod:poss"))
        said = case in {"in", "during", "on", "with", "via", "through"}
        if case == "as" or owned or (said and lemma(noun) in SPEECHES):
            return True
    for clause in children(verb, "advcl"):
        if any(mark.lower_ == "for" for mark in children(clause, "mark", "case")):
            return True  # "attacked the minister for raising fees"
    by = [noun for noun in agents(verb) if noun.ent_type_ == "PERSON"]
    return bool(by) and any(noun.ent_type_ == "PERSON" for noun in objects)


def is_attack_in_words(noun: Token) -> bool:
    """True for "a personal attack", "an attack on our rights"."""
    near = {child.lower_ for child in children(noun, "amod", "compound", "nmod:desc")}
    if near & IN_WORDS:
        return True
    aims = [found for case, found in noun_phrases(noun) if case in {"on", "against"}]
    if only(aims, THOUGHTS):
        return True
    by = children(noun, "nmod:poss")
    if noun.head.pos_ == "VERB" and case_of(noun) == "with":
        by += agents(noun.head)  # "answered with attacks on Hentzau"
    person = any(found.ent_type_ == "PERSON" for found in by)
    return person and any(found.ent_type_ == "PERSON" for found in aims)


def is_electorate(noun: Token) -> bool:
    """True for "the rural vote", "40 percent of the vote", "courted their votes"."""
    near = children(noun, "amod", "compound", "nmod:desc")
    if any(child.lower_ in VOTERS for child in near):
        return True
    if case_of(noun) == "of" and lemma(noun.head) in SHARES:
        return True
    return (
        noun.tag_ == "NNS"
        and noun.dep_ in {"obj", "nsubj:pass"}
        and lemma(noun.head) in WOOING
    )


def is_faculty(noun: Token) -> bool:
    """True for the judgment that somebody has: "good judgment"."""
    if any(child.lower_ in SOUND for child in children(noun, "amod", "compound")):
        return True
    if any(child.pos_ == "PRON" for child in children(noun, "nmod:poss")):
        return True
    top = noun.head if noun.dep_ == "conj" else noun
    return top.dep_ == "obj" and lemma(top.head) in HAVING


def is_of_things(verb: Token, word: str) -> bool:
    """True for "installed pumps", "toppled a wall", "nominated for a prize"."""
    if word == "nominate":
        near = [noun for case, noun in obliques(verb) if case == "for"]
        return any(noun.lower_ in PRIZES for noun in near)
    objects = patients(verb)
    if word not in SETTING or not objects:
        return False
    words = deed_lexicon().people | RULERS
    return not any(
        noun.ent_type_ in {"PERSON", "NORP"}
        or noun.pos_ == "PRON"
        or lemma(noun) in words
        or (noun.pos_ == "PROPN" and not children(noun, "det", "amod"))
        or any(child.ent_type_ == "PERSON" for child in children(noun, "appos", "flat"))
        for noun in objects
    )


def is_candidacy(noun: Token) -> bool:
    """True for "a bid for a seat in parliament", "her presidential bid"."""
    near = {child.lower_ for child in children(noun, "amod", "compound", "nmod:desc")}
    goals = {lemma(found) for case, found in noun_phrases(noun) if case == "for"}
    return bool(near & CAMPAIGNS or goals & STAKES)


def keeps_mum(verb: Token) -> bool:
    """True for "declined to identify the buyers", "refused to be named"."""
    told = {"identify", "name", "quote"}
    inner = children(verb, "xcomp", "advcl")
    return any(lemma(child) in told for child in inner)


def falls(verb: Token) -> bool:
    """True for "earnings declined 40%"."""
    if lemma(verb) != "decline" or children(verb, "xcomp"):
        return False
    amounts = [*children(verb, "obj", "obl:unmarked", "nummod")]
    return bool(amounts) and all(
        noun.pos_ in {"NUM", "SYM"} or lemma(noun) in {"percent", "%", "cent", "point"}
        for noun in amounts
    )
