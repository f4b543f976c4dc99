"""Whether a clause looks back or ahead, for days that may be either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.timex.atoms import Atoms
    from extract.timex.tags import Tags

_LEX = load()
_REACH = 12  # words to the left that are looked at without a parse
_CLIMB = 8
_RANGE = 6  # words from "from" to the end of a range
_STOPS = frozenset({".", ";", "!", "?", "\n"})
_FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_VERBS = ("VB", "MD")
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})
#: Participles of what has a day: "a hearing was set for Wednesday".
_SET = frozenset({"set", "scheduled", "slated", "fixed", "planned", "called"})
#: Verbs by which people are called to an occasion that is still to come.
_CALLED = frozenset({"called", "invited", "summoned", "convened", "recalled"})
_OCCASIONS = frozenset(
    {"talks", "meeting", "session", "summit", "conference", "round", "negotiations"}
    | {"consultations", "hearing", "discussions"}
)
#: What is over once it is told to have failed, or to have come to something.
_ATTEMPTS = frozenset({"attempt", "attempts", "bid", "bids", "effort", "efforts"})
#: Heads of names of days, which leave the direction to the verb.
_HEADS = frozenset({*_LEX.day_parts, "day", "eve", "week", "weekend"})


def direction(a: Atoms, i: int, tags: Tags) -> int:
    """Return 1 where the clause around atom ``i`` looks ahead, -1 back, 0 unknown.

    The verb that governs the expression decides where there is a parse, the
    nearest telling word to the left where there is none.
    """
    before = a.words[i - 1] if i else ""
    if before == "since" or before in ("ended", "dated"):
        return -1
    if before in ("starting", "effective", "due", "ending"):
        return 1
    if before == "through":
        return 1 if a.words[i] in _LEX.weekdays else 0
    ranged = "from" in a.words[max(i - _RANGE, 0) : i]
    opening = i > 1 and a.words[i - 2] in _STOPS
    if before in ("until", "till") and not opening and not ranged:
        return 1
    if before == "for" and a.words[i - 2] in _SET and "had" not in a.words[i - 5 : i]:
        return 1
    if before == "as" and a.words[i - 2] in ("soon", "early", "late"):
        return 1
    if a.words[max(i - 2, 0) : i] == ["ahead", "of"]:
        return 1
    if a.words[i + 1] == "'" and a.words[i + 2] == "s":
        return _of_owner(tags.token(a.starts[i])) if tags.parsed else 0
    if tags.parsed:
        token = tags.token(a.starts[i])
        if token is not None:
            found = _by_verb(token) or (1 if before == "by" else 0)
            return found or _is_to(a, i)
    return _by_words(a, i)


def _is_to(a: Atoms, i: int) -> int:
    """Return 1 for "is to brief senators on Monday", however it was parsed."""
    for k in range(i - 1, max(i - _REACH, 1), -1):
        if a.words[k] in _STOPS:
            return 0
        if a.words[k] == "to" and a.words[k - 1] in ("is", "are"):
            return 1
    return 0


def _by_verb(token: Token) -> int:
    for _ in range(2):  # "Thursday morning", "November 20", "Christmas Day"
        if token.dep_ != "compound":
            break
        if token.head.lower_ not in _HEADS and token.head.tag_ != "CD":
            return 0
        token = token.head
    verb, nearest = token, True
    for step in range(_CLIMB):
        if _opens_after(verb, token) and verb.head.i != verb.i:
            verb = verb.head
            continue
        if (nearest and _timetabled(verb)) or _planned(verb) or _ahead_of(verb):
            return 1
        if nearest and _called_to(verb, token):
            return 1
        if nearest and (found := _of_predicate(verb, direct=step <= 1)):
            return found
        if verb.dep_ == "acl:relcl" and verb.tag_ in ("VBZ", "VBP"):
            return 0  # "people who take back on Friday": at any time
        if verb.tag_.startswith(_VERBS) or verb.pos_ == "AUX":
            if nearest and _on_condition(verb):
                return 1
            nearest = False
            found = _of_verb(verb) or _since(verb)
            if found:
                return found
        if verb.tag_ == "JJ" and verb.lower_ in ("due", "likely", "effective", "ready"):
            return -1 if any(c.lower_ == "had" for c in verb.children) else 1
        if verb.head.i == verb.i:
            return 0
        verb = verb.head
    return 0


def _of_owner(token: Token | None) -> int:
    """Return 1 for "Sunday's vote will be close", -1 for "Sunday's vote was close"."""
    noun = token.head if token is not None and token.dep_ == "nmod:poss" else None
    if noun is None or noun.dep_ not in ("nsubj", "nsubj:pass"):
        return 0
    children = {child.lower_ for child in noun.head.children}
    if children & {"will", "wo", "'ll", "’ll"}:
        return 1
    if noun.head.tag_ == "VBD" or children & {"was", "were"}:
        return -1
    planned = noun.head.lower_ in _LEX.ahead and noun.head.tag_ == "VBN"
    return 1 if planned and children & _PRESENT else 0


def _on_condition(verb: Token) -> bool:
    """Tell whether the clause says what may come ("if they win in November").

    So does what somebody said would follow: "it would close if they had not met by
    Friday".
    """
    bound = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    follows = {c.lower_ for c in verb.head.children if c.dep_ == "aux"}
    if bound & {"if", "unless"} and verb.dep_ == "advcl" and "would" in follows:
        return "have" not in follows
    tags = {verb.tag_} | {c.tag_ for c in verb.children if c.dep_ == "aux:pass"}
    if not tags & {"VBZ", "VBP"}:
        return False
    return bool(bound & {"if", "unless", "when", "once", "until", "before", "after"})


def _ahead_of(noun: Token) -> bool:
    """Tell whether a time stands with what is still to come ("ahead of talks")."""
    return any(c.dep_ == "case" and c.lower_ == "ahead" for c in noun.children)


def _since(verb: Token) -> int:
    """Return -1 for "since rebels overran it", whatever the tag of the verb."""
    opened = any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children)
    return -1 if verb.dep_ == "advcl" and opened else 0


def _called_to(verb: Token, token: Token) -> bool:
    """Tell whether a time is that of what people are called to.

    "Has invited both sides to talks on Monday", not "called them to his office".
    """
    if verb.lower_ not in _CALLED or not any(c.dep_ == "obj" for c in verb.children):
        return False
    return any(
        c.dep_ == "obl"
        and c.lower_ in _OCCASIONS
        and c.i < token.i
        and any(g.dep_ == "case" and g.lower_ in ("to", "for") for g in c.children)
        for c in verb.children
    )


def _of_predicate(word: Token, *, direct: bool) -> int:
    """Return the direction of "is on Monday", "was out", "is visiting".

    Args:
        word: a predicate that is no verb in the past.
        direct: whether the time itself hangs on it, or is it.
    """
    bound = {c.lower_ for c in word.children if c.dep_ in ("cop", "aux")}
    due = [c for c in word.children if c.lower_ == "due" and c.i < word.i]
    if due:
        bound |= {c.lower_ for c in due[0].children}
        return -1 if "had" in bound else 1
    if word.tag_ == "VBG":
        return 1 if direct and bound & _PRESENT else 0
    if not any(c.dep_ == "cop" for c in word.children):
        return 0
    if any(c.dep_ == "nsubj" and c.lower_ in ("it", "today") for c in word.children):
        direct = False  # "it is Monday": the day of speaking
    if bound & _FUTURE_AUXILIARIES:
        return 1
    if bound & {"was", "were", "had"}:
        return -1
    return 1 if direct and bound & _PRESENT else 0


def _timetabled(verb: Token) -> bool:
    """Tell whether a verb in the present tense tells what is due ("meets")."""
    if verb.lower_ not in _LEX.due:
        return False
    if verb.tag_ == "VB":  # "he and she meet": a plural taken for an infinitive
        roles = {child.dep_ for child in verb.children}
        return "nsubj" in roles and not roles & {"aux", "mark", "aux:pass"}
    return verb.tag_ in ("VBZ", "VBP")


def _planned(verb: Token) -> bool:
    """Tell whether "plans to" stands here, whatever its tag, or "is to"."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if verb.tag_ == "NNS" and verb.dep_.lower() == "root":
        to = following is not None and following.lower_ == "to"
        noun = verb.i and verb.doc[verb.i - 1].tag_ in ("IN", "DT", "JJ", "PRP$")
        return to and not noun and verb.lower_ in _LEX.ahead
    if verb.tag_ != "VB":
        return False
    children = {child.lower_ for child in verb.children}
    return "to" in children and bool(children & {"is", "are"})


def _opens_after(verb: Token, token: Token) -> bool:
    """Tell whether the verb's clause opens after the time.

    So it does in "said on Friday that he goes", "said on Friday he would go".
    """
    if verb.dep_ == "ccomp" and verb.head.i < token.i and verb.head.tag_ == "VBD":
        first = min((c.i for c in verb.children if c.dep_[:5] == "nsubj"), default=0)
        between = verb.doc[token.i + 1 : first]
        if between and any(t.is_punct for t in between):
            return False
        if token.i < first:
            return True
    return any(
        child.dep_ == "mark" and child.lower_ == "that" and token.i < child.i < verb.i
        for child in verb.children
    )


def _of_verb(verb: Token) -> int:
    children = {child.lower_ for child in verb.children}
    if children & _FUTURE_AUXILIARIES:
        return 1
    if "as" in children and verb.tag_ == "VBN":
        return 0  # "as planned"
    if verb.lower_ in _LEX.ahead and verb.tag_ != "VB":
        return -1 if "had" in children else 1
    tag = verb.tag_
    if tag == "VB":
        if "did" in children or "have" in children:
            return -1
        if children & {"may", "might", "should", "must", "can", "could"}:
            return 1
        planned = verb.dep_ == "acl" and verb.head.lower_ in _LEX.intentions
        if planned and _was_tried(verb.head):
            return -1
        if "to" in children and (
            planned or verb.dep_ in ("xcomp", "ccomp", "ROOT", "root")
        ):
            return -1 if any(c.lower_ == "had" for c in verb.head.children) else 1
        return 0
    if tag == "VBN" and "to" in children:
        return 1  # "is to be held"
    if tag in ("VBD", "VBN"):
        return -1
    return 0


def _was_tried(noun: Token) -> bool:
    """Tell whether what was attempted is over ("a bid to meet in May failed")."""
    over = noun.head.tag_ == "VBD" and noun.dep_ in ("nsubj", "nsubj:pass")
    return over and noun.lower_ in _ATTEMPTS


def _by_words(a: Atoms, i: int) -> int:
    for k in range(i - 1, max(i - _REACH, 0) - 1, -1):
        word = a.words[k]
        if word in _STOPS:
            break
        if word in _LEX.ahead or word in _LEX.due:
            return 1
        if word in _LEX.back or (len(word) > 4 and word.endswith("ed")):
            return -1
    for k in range(i + 1, min(i + _REACH, a.size)):
        word = a.words[k]
        if word in _STOPS:
            break
        if word in ("will", "ll", "shall"):
            return 1
        if word in ("said", "was", "were", "had"):
            return -1
    return 0
