"""What a term's issue is called: by the article's own words where a topic is wide.

"Job security" is where a ban on outsourcing belongs, yet what is regulated is
outsourcing. Under a wide topic the words that named it say what the term is about;
the topic stays beside them, so that terms on one issue still meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, is_passive
from extract.inflections import lemma
from extract.topics import topic_lexicon, topics_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Nouns that measure or stand in for what a term is about.
MEASURES: Final = frozenset(
    {"percent", "pct", "percentage", "year", "month", "week", "day", "hour"}
    | {"decade", "time", "end", "date", "period", "tonne", "ton", "barrel"}
    | {"dollar", "euro", "pound", "cent", "rand", "shilling", "metre", "franc", "yen"}
    | {"meter", "kilometre", "kilometer", "mile", "point", "step", "stage", "rupee"}
    | {"number", "level", "part", "share", "half", "third", "rest", "one", "ruble"}
    | {"quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
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
    | {"kilo", "gram", "litre", "acre", "hectare", "degree", "rate"}
    | {"morning", "afternoon", "evening", "night", "weekend", "spring", "summer"}
    | {"autumn", "winter", "today", "future", "past", "mid", "beginning"}
    | {"lot", "other", "others", "thousand", "hundred", "million", "billion", "dozen"}
    | {"couple", "bit", "range", "variety", "amount", "pair"}
    | {"thing", "everything", "something", "nothing", "type", "sort", "piece", "item"}
    | {"element", "substance", "detail", "matter", "aspect", "area", "front", "top"}
    | {"bottom", "middle", "man", "woman", "lady", "person", "nobody", "anybody"}
    | {"everyone", "everybody", "someone", "friend", "brother", "nation", "region"}
    | {"result", "reason", "fact", "example", "record", "name", "litany", "mistake"}
    | {"goal", "aim", "purpose", "objective", "focus", "mean", "measure", "process"}
    | {"emotion", "gap", "lid", "ground", "effect", "impact", "grounds", "means"}
    | {"hotel", "signal", "word", "message", "response", "reply", "answer", "return"}
    | {"concession", "proportion", "fraction", "average"}
)
#: Money, which measures and is no matter: what is paid is "payment".
MONEY: Final = frozenset(
    {"dollar", "euro", "pound", "cent", "rand", "shilling", "franc", "yen", "rupee"}
    | {"ruble", "rouble", "krona", "krone", "kroner", "kronor", "peso", "yuan", "lira"}
    | {"dinar", "riyal", "rial", "dirham", "mark", "guilder", "peseta", "escudo", "won"}
    | {
        "real",
        "reais",
        "baht",
        "ringgit",
        "rupiah",
        "dong",
        "tugrik",
        "zloty",
        "forint",
    }
    | {"naira", "cedi", "birr", "kwacha", "hryvnia", "tenge", "som", "lari", "taka"}
    | {"dlrs", "dlr", "usd", "eur", "stg", "mln", "bln", "pct"}
    | {"pence", "penny", "sterling", "crore", "lakh", "sum", "money", "cash", "buck"}
)
#: Issues that a bare figure beside them is not about.
LENT: Final = frozenset(
    {"talks", "entry into force", "timetable", "signature", "strike", "agenda"}
    | {"mediation", "resumption of talks", "consultations", "treaty", "deadline"}
)
#: Issues that are counted in percent.
RATED: Final = frozenset(
    {"wages", "price", "tariffs", "taxes", "quotas", "fees", "subsidies", "pensions"}
    | {
        "debt",
        "stake",
        "dividends",
        "emissions",
        "uranium enrichment",
        "reference price",
    }
)
#: How many sentences, its own first, tell what a term of measures is about.
BACK: Final = 3
#: Adjectives that tell little of what a noun is about.
VAGUE: Final = frozenset(
    {"new", "same", "other", "first", "second", "last", "next", "full", "special"}
    | {"more", "further", "additional", "own", "such", "current", "past", "extra"}
    | {"many", "few", "several", "all", "existing", "present", "total", "immediate"}
    | {"certain", "different", "strict", "tight", "possible", "final", "annual"}
    | {"rough", "strong", "modest", "latest", "previous", "aggressive", "early"}
    | {"rival", "dangerous", "unwanted", "supposed", "outstanding", "little"}
    | {"responsible", "equal", "large", "big", "small", "major", "minor", "important"}
    | {"real", "serious", "significant", "good", "bad", "great", "long", "short"}
    | {"steep", "fresh", "original", "initial", "overall", "entire", "whole", "main"}
    | {"key", "only", "harsh", "unpopular", "growing", "rare", "crucial", "huge"}
    | {"legitimate", "proper", "necessary", "appropriate", "available", "remaining"}
    | {"prompt", "gradual", "complete", "unconditional", "permanent", "temporary"}
    | {"sweeping", "massive", "tentative", "listed", "planned", "proposed", "fair"}
    | {"vague", "clear", "firm", "solid", "plain", "mere", "sole", "recent", "old"}
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
        and not (c.dep_ == "amod" and (c.tag_ in {"JJR", "JJS"} or is_of_land(c)))
        and not (c.dep_ == "amod" and c.lower_ in MEASURES)
        and c.doc[c.i - 1].text != "-"
        and noun.i - c.i < 3
    ]
    return sorted([*near[-1:], noun], key=lambda word: word.i)


def is_of_land(adjective: Token) -> bool:
    """True for "Ruritanian" in "Ruritanian forces", which tells whose and not what."""
    return adjective.text[0].isupper() and not adjective.is_sent_start


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
    word = lemma(noun)
    named = noun.text[0].isupper() and noun.i > span.start and not noun.is_sent_start
    if is_money(noun) or (named and not span.text.isupper()):
        return False
    return word not in MEASURES or any(
        other.dep_ == "compound" for other in described(noun, span)[:-1]
    )


def regulated(span: Span, telling: list[Token]) -> Token | None:
    """Return what a clause rules on: the object of its verb before its subject.

    "The potters will glaze a fifth of their tiles" is about the tiles, not the potters.
    """
    root = span.root
    if root.pos_ not in {"VERB", "AUX"} or is_passive(root):
        return None
    below = [
        noun
        for thing in children(root, "obj", "xcomp", "ccomp")
        for noun in thing.subtree
        if thing.i > root.i and noun in telling
    ]
    return below[0] if below else None


def is_money(noun: Token) -> bool:
    """True for a currency's name, or a word for money."""
    return bool({lemma(noun), noun.lower_, noun.lower_.removesuffix("s")} & MONEY)


def measured(span: Span, nouns: list[Token]) -> str:
    """Return what a term of measures only is filed under, "other" for nothing.

    Money is a "payment"; anything else what the sentence or those before it are about.
    """
    if any(map(is_money, nouns)) or any(
        token.pos_ == "SYM" or token.text in "$\u20ac\u00a3\u00a5" for token in span
    ):
        return "payment"
    start = span.root.sent.start
    shared = any(t.lower_ in {"%", "percent", "pct", "cent"} for t in span)
    for _ in range(BACK if any(token.like_num for token in span) else 1):
        around = [t for t in topics_of(span.doc[start].sent.text) if t not in LENT]
        rated = [t for t in around if t in RATED] if shared else []
        if around:
            return (rated or around)[0]
        if start == 0:
            break
        start = span.doc[start - 1].sent.start
    return "other"
