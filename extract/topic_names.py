"""What a term's issue is called: by the article's own words where a topic is wide.

"Job security" is where a ban on outsourcing belongs, yet what is regulated is
outsourcing. Under a wide topic the words that named it say what the term is about;
the topic stays beside them, so that terms on one issue still meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children
from extract.inflections import lemma
from extract.topics import topic_lexicon, words_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Nouns that measure or stand in for what a term is about.
MEASURES: Final = frozenset(
    {"percent", "pct", "percentage", "year", "month", "week", "day", "hour"}
    | {"decade", "time", "end", "date", "period", "tonne", "ton", "barrel"}
    | {"dollar", "euro", "pound", "cent", "rand", "shilling", "metre", "franc", "yen"}
    | {"meter", "kilometre", "kilometer", "mile", "point", "step", "stage", "rupee"}
    | {"number", "level", "part", "share", "half", "third", "rest", "one", "ruble"}
    | {"case", "figure", "country", "side", "party", "government", "state", "way"}
    | {"company", "firm", "member", "mention", "staff", "worker", "employee"}
    | {"people", "deal", "agreement", "accord", "pact", "contract", "term", "kind"}
    | {"rise", "raise", "increase", "cut", "freeze", "reduction", "change", "hike"}
    | {"basis", "minimum", "maximum", "limit", "total", "sum", "place", "addition"}
    | {"offer", "proposal", "bid", "demand", "claim", "clause", "condition", "sign"}
    | {"package", "plan", "draft", "text", "document", "copy", "union", "owner"}
    | {"solution", "consumer", "line", "form", "series", "holder", "worth", "second"}
    | {"decision", "pledge", "exchange", "citizen", "list", "cost", "move", "effort"}
    | {"chance", "room", "option", "possibility", "question", "issue", "seconds"}
)
#: Adjectives that tell little of what a noun is about.
VAGUE: Final = frozenset(
    {"new", "same", "other", "first", "second", "last", "next", "full", "special"}
    | {"more", "further", "additional", "own", "such", "current", "past", "extra"}
    | {"many", "few", "several", "all", "existing", "present", "total", "immediate"}
    | {"certain", "different", "strict", "tight", "possible", "final", "annual"}
)
#: What a deed is called where its words name nothing.
NOMINAL: Final = {
    "withdraw": "withdrawal", "expel": "expulsion", "extradite": "extradition",
    "supervise": "monitoring", "monitor": "monitoring", "oversee": "monitoring",
    "recruit": "hiring", "hire": "hiring", "merge": "merger", "combine": "merger",
    "evacuate": "evacuation", "release": "release", "free": "release",
    "disarm": "disarmament", "reopen": "reopening", "cooperate": "cooperation",
    "invest": "investment", "deploy": "deployment", "reinstate": "reinstatement",
    "compensate": "compensation", "surrender": "surrender", "resign": "resignation",
    "vote": "vote", "inspect": "inspections", "leave": "departure",
    "return": "return", "expire": "duration", "last": "duration",
    "remain": "duration", "buy": "purchase", "acquire": "acquisition",
    "purchase": "purchase", "pay": "payment", "land": "landing",
    "attack": "use of force", "strike": "use of force", "rejoin": "talks",
    "negotiate": "talks", "talk": "talks", "meet": "meetings", "talks": "talks",
    "outsource": "outsourcing", "dismiss": "dismissals", "promote": "promotions",
    "victimise": "reprisals", "victimize": "reprisals", "audit": "audits",
    "retire": "retirement", "bomb": "bombing", "shell": "shelling",
    "join": "membership", "extend": "extension", "renew": "renewal",
    "review": "review", "certify": "certification", "complete": "completion",
}  # fmt: skip


def named(span: Span, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Return topics with the article's own words before a wide one.

    Args:
        span: the words of a term.
        topics: what it is about, the main topic first.
    """
    if not topics or topics[0] not in topic_lexicon().wide:
        return topics
    for start, end in words_of(span.text, topics[0]):
        found = span.doc.char_span(
            span.start_char + start, span.start_char + end, alignment_mode="expand"
        )
        if found is None:
            continue
        name = name_of(found, span)
        if name is not None and topics[0] in name:
            return topics
        if name is not None:
            return tuple(dict.fromkeys((name, *topics)))
    return topics


def name_of(found: Span, span: Span) -> str | None:
    """Return the noun phrase that a topic's words are, in small letters."""
    nouns = [t for t in found if t.pos_ == "NOUN" and t.is_alpha]
    deeds = [t for t in found if t.pos_ == "VERB" and lemma(t) in NOMINAL]
    if not nouns and deeds:
        return NOMINAL[lemma(deeds[0])]
    if not nouns:
        head = found.root.head
        inside = span.start <= head.i < span.end and head.pos_ == "NOUN"
        if found.root.pos_ not in {"ADJ", "PROPN"} or not inside:
            return None
        nouns = [head]
    noun = nouns[-1]
    if noun.dep_ == "compound" and noun.head.pos_ == "NOUN" and noun.head in span:
        noun = noun.head
    words = described(noun, span)
    if lemma(noun) in MEASURES and len(words) < 2:
        return None
    return " ".join(word.lower_ for word in words)


def described(noun: Token, span: Span) -> list[Token]:
    """Return a noun with what stands before it and tells what it is."""
    near = [
        c
        for c in children(noun, "compound", "amod")
        if span.start <= c.i < noun.i
        and c.is_alpha
        and c.pos_ != "PROPN"
        and c.lower_ not in VAGUE
        and not (c.dep_ == "amod" and c.lower_ in MEASURES)
        and c.doc[c.i - 1].text != "-"
        and noun.i - c.i < 3
    ]
    return sorted([*near[-1:], noun], key=lambda word: word.i)


def deed(span: Span) -> str | None:
    """Return what a term's verb is called as a matter: "withdraw", withdrawal."""
    for token in span:
        if token.pos_ == "VERB" and lemma(token) in NOMINAL:
            return NOMINAL[lemma(token)]
    return None


def head_nouns(span: Span) -> list[Token]:
    """Return the nouns of a stretch of words that head a phrase."""
    return [
        token
        for token in span
        if token.pos_ == "NOUN"
        and token.is_alpha
        and not (token.dep_ == "compound" and token.head in span)
    ]


def tells(noun: Token, span: Span) -> bool:
    """True for a noun that tells what a term is about: no measure by itself."""
    return lemma(noun) not in MEASURES or len(described(noun, span)) > 1
