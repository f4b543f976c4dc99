"""What reads like a term and is none: fates of papers, talks themselves, questions.

Constructions that state terms ("asked for A", "the deal will be A") also tell of other
things: that the paper will be signed, that talks will resume, that somebody asked
whether, that a law requires. These gates hold for all constructions alike.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from extract.clauses import children, grammatical_subjects, is_passive
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_lexicon import proposal_lexicon
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.event_cast import Part

#: What is done with a paper, which is no term of it.
DONE_WITH: Final = frozenset(
    {"improve", "sweeten", "outbid", "match", "withdraw", "develop", "revise", "draft"}
    | {"sign", "initial", "ratify", "approve", "endorse", "adopt", "submit", "present"}
    | {"publish", "circulate", "announce", "unveil", "finalise", "finalize", "put"}
    | {"countersign", "table", "debate", "discuss", "examine", "study"}
    | {"reconsider", "reject", "back", "oppose", "vote", "restore", "seal", "clinch"}
)
#: Papers that this is done with.
PAPERS: Final = frozenset({"agreement", "draft", "plan", "proposal"})
#: Talks, and what stands for them.
TALKS: Final = frozenset(
    {"talk", "talks", "negotiation", "dialogue", "mediation", "conciliation", "table"}
    | {"bargaining", "arbitration", "consultation", "discussion"}
)
#: Verbs of coming to talks, and of having them.
TO_TALKS: Final = frozenset({"return", "come", "go", "sit", "get", "head", "move"})
HAVING: Final = frozenset(
    {"accept", "attend", "join", "rejoin", "resume", "renew", "restart", "reopen"}
    | {"continue", "hold", "host", "start", "begin", "open", "have", "enter", "pursue"}
    | {"schedule", "reschedule", "agree", "delay", "postpone", "call", "leave", "quit"}
)
#: What a paper does while it waits.
WAITING: Final = frozenset({"stay", "remain", "lie", "stand", "be", "go"})
#: Verbs that tell of talks, of mediating or of voting and nothing else.
ABOUT: Final = frozenset({"mediate", "negotiate", "reconvene", "convene", "vote"})
#: Verbs of going about, by those who talk.
GOING: Final = frozenset(
    {"attend", "visit", "travel", "arrive", "fly", "tour", "chair"}
)
#: Who comes back to talk and whose return is no term.
TALKERS: Final = frozenset(
    {"expert", "envoy", "mediator", "negotiator", "official", "delegation", "team"}
    | {"delegate", "minister", "inspector", "diplomat", "mission", "ambassador"}
)
#: Nouns that are asked for in the course of things and are no term.
PROCEDURE: Final = frozenset(
    {"approval", "clearance", "permission", "authorisation", "authorization", "reply"}
    | {"injunction", "vote", "ballot", "proof", "evidence", "debate", "strike"}
    | {"stoppage", "walkout", "rally", "protest", "hearing", "sympathy", "condolence"}
    | {"gratitude", "applause", "subpoena", "lawsuit", "warrant", "message", "attack"}
    | {"volunteer", "donation", "seat", "interview", "glimpse", "campaign"}
)
#: How many words a paper's noun needs to tell a term ("a concession" tells none).
SHORT: Final = 3
#: What comes of itself: the weather and the markets, and what courts and voters decide.
NATURE: Final = frozenset(
    {"rain", "weather", "storm", "snow", "temperature", "wind", "sun", "cloud", "fog"}
    | {"shower", "sky", "hurricane", "cyclone", "stock", "index", "inflation", "growth"}
    | {"earnings", "profit", "revenue", "recession", "economy", "ruling", "verdict"}
    | {"argument", "trial", "poll", "history", "market", "hope"}
    | {"roundup", "purpose", "news", "twist", "record", "result", "outcome"}
)
#: Moods by which what has been done is only thought of.
MOODS: Final = frozenset({"would", "will", "must", "should", "could", "may", "might"})
#: Words that make a clause a question.
ASKED: Final = frozenset({"whether", "how", "why", "where", "who", "what", "if"})
ASKING: Final = frozenset({"ask", "question", "wonder", "inquire", "enquire", "query"})
#: Nouns of guessing; what hangs on them is nobody's word.
GUESSES: Final = frozenset(
    {"hope", "fear", "feeling", "belief", "doubt", "speculation", "expectation"}
    | {"sign", "signal", "rumour", "rumor", "prospect", "chance", "likelihood", "risk"}
    | {"evidence", "indication", "suspicion", "concern", "worry", "impression"}
)
#: What binds everybody and is put to nobody.
LAWS: Final = frozenset(
    {"law", "rule", "regulation", "constitution", "legislation", "act", "statute"}
    | {"code", "covenant", "subpoena", "ruling", "judgment", "verdict", "ordinance"}
    | {"bylaw", "tradition", "custom", "policy", "standard", "logic", "decency"}
)
#: Papers that ask for something in the name of whoever wrote them.
ASKING_PAPERS: Final = frozenset(
    {
        "program",
        "programme",
        "charter",
        "petition",
        "manifesto",
        "declaration",
        "letter",
    }
    | {"statement", "communique", "note", "budget", "strategy", "reform", "motion"}
)
#: Those who rule, watch or tell, and put nothing to anybody in talks.
NO_PARTY: Final = frozenset(
    {"court", "judge", "tribunal", "jury", "police", "policeman", "prosecutor"}
    | {"reporter", "journalist", "newspaper", "analyst", "economist", "expert"}
    | {"observer", "critic", "commentator", "historian", "academic", "moderator"}
)


#: Verbs that only somebody can be the subject of.
WILLED: Final = frozenset(
    {"want", "insist", "refuse", "agree", "promise", "pledge", "vow", "undertake"}
    | {"accept", "reject", "propose", "ask", "urge", "press", "consent"}
    | {"counter", "concede", "settle", "commit", "prefer", "favour", "favor"}
    | {"volunteer", "decide", "resolve", "request", "plead", "lobby", "campaign"}
    | {"submit", "threaten", "decline", "hope", "like", "withhold"}
)


def is_nobody(part: Part) -> bool:
    """True for who puts nothing to anybody in talks: a court, the press, analysts."""
    words = part.name.lower().split()
    if not words:
        return True
    last = words[-1]
    return {last, last[:-1] if last.endswith("s") else last} & NO_PARTY != set()


def is_somebody(noun: Token) -> bool:
    """True for a common noun of people or bodies, who can put something."""
    word = lemma(noun)
    if word in NO_PARTY:
        return False
    if word in THINGS:
        return False
    known = word in event_lexicon().actors or word in PEOPLE
    return known or word.endswith(PERSONS)


#: People and bodies that no ending tells.
PEOPLE: Final = frozenset(
    {"minority", "majority", "camp", "bloc", "community", "public", "household"}
    | {"tenant", "merchant", "immigrant", "patient", "client", "applicant", "peasant"}
    | {"defendant", "migrant", "accountant", "consultant", "pensioner", "youth"}
    | {"staff", "crew", "team", "elite", "clergy", "troop", "host", "guest"}
    | {"monarchy", "dynasty", "church", "mosque", "synagogue", "charity", "business"}
    | {"industry", "startup", "giant", "group", "network", "alliance", "institute"}
    | {"foundation", "society", "organisation", "organization", "institution"}
    | {"department", "office", "bureau", "province", "city", "town", "village"}
    | {"region", "island", "district", "municipality", "county", "campaign"}
)
#: Things that end like people.
THINGS: Final = frozenset(
    {"letter", "paper", "number", "order", "matter", "charter", "weather", "computer"}
    | {"border", "winter", "summer", "water", "quarter", "chapter", "answer", "offer"}
    | {"fever", "tower", "river", "counter", "poster", "newsletter", "corner", "center"}
    | {"danger", "factor", "sector", "error", "mirror", "monitor", "motor", "behavior"}
    | {"favor", "labor", "terror", "horror", "corridor", "floor", "door", "list"}
    | {"twist", "checklist", "fee", "coffee", "tree", "guarantee", "decree", "degree"}
    | {"other", "disaster", "power", "fire", "cover", "register", "server", "trailer"}
    | {"supper", "dinner", "filter", "layer", "meter", "barrier"}
    | {"carrier", "tanker", "freighter", "cruiser", "destroyer", "helicopter"}
)
#: Endings of nouns for those who do or belong to something.
PERSONS: Final = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
    "ee",
    "body",
)
#: What a paper may promise: a vote on something, a seat on a board.
BALLOTS: Final = frozenset({"vote", "ballot", "seat"})
#: Plans that a term may change, by what is before them.
PLANS: Final = frozenset({"plan", "scheme", "schedule", "bill", "contract"})
MONEY: Final = frozenset(
    {"spending", "budget", "tax", "investment", "pension", "business", "financial"}
    | {"development", "staffing", "recruitment", "payment", "insurance", "supply"}
)


def is_no_term(span: Span, noun_kind: Callable[[Token], str]) -> bool:
    """True for words that tell of a paper's fate, of talks, or ask something.

    Args:
        span: the words.
        noun_kind: what kind of paper a noun is, "" for none.
    """
    root = span.root
    if is_asked(root):
        return True
    said = any(token.like_num for token in span)
    if root.pos_ == "NOUN" and noun_kind(root) and len(span) < SHORT and not said:
        return True
    if root.pos_ in {"NOUN", "PROPN"} and not children(root, "cop"):
        if lemma(root) in TALKS and lemma(root.head) in HAVING | {"call"}:
            return True
        if lemma(root) in BALLOTS and len(span) >= SHORT:
            return False  # "a vote on independence within two years"
        return lemma(root) in PROCEDURE and lemma(root.head) not in {"include"}
    return (
        is_done(span)
        or is_paper_fate(root, noun_kind)
        or is_talking(root)
        or is_going(root)
        or is_guessed(root)
    )


def is_done(span: Span) -> bool:
    """True for "had allowed A", "has accepted A": what was done already.

    What a version "has dropped" tells a change, and a condition may be in any tense.
    """
    root = span.root
    told = {c.lower_ for c in children(root, "aux")}
    if root.tag_ != "VBN" or not told & {"had", "has", "have"} or told & MOODS:
        return False
    if span[0].lower_ in {"if", "unless", "until", "once", "after", "only", "when"}:
        return False
    return lemma(root) not in proposal_lexicon().omitted and not is_passive(root)


def comes_of_itself(subjects: list[Token]) -> bool:
    """True for "rain will fall", "stocks could drop", "the ruling will decide"."""
    return any(lemma(s) in NATURE | NO_PARTY for s in subjects)


def says_nothing(clause: Token) -> bool:
    """True for "if they agree", "unless there is a deal", "if we have evidence"."""
    if children(clause, "expl"):
        return not any(t.like_num for t in clause.subtree)
    subjects = grammatical_subjects(clause)
    vague = any(s.pos_ == "PRON" or lemma(s) in {"party", "side"} for s in subjects)
    if lemma(clause) in {"agree", "accept", "have", "want", "choose"} and vague:
        return True
    return lemma(clause) in {"go", "materialise", "materialize", "fail", "survive"}


def is_asked(root: Token) -> bool:
    """True for "asked whether A", "asked how A": a question and no demand."""
    clause = root
    for _ in range(4):
        marks = {c.lower_ for c in children(clause, "mark", "advmod", "case")}
        if "whether" in marks:
            return True
        if lemma(clause.head) in ASKING and clause.dep_ in {"ccomp", "advcl", "conj"}:
            return bool(marks & ASKED) or any(
                c.lower_ in ASKED
                for a in children(clause, "advmod")
                for c in a.children
            )
        if clause.head.i == clause.i or clause.dep_ not in {"xcomp", "conj"}:
            return False
        clause = clause.head
    return False


def is_paper_fate(root: Token, noun_kind: Callable[[Token], str]) -> bool:
    """True for "the text is to be signed", "must still approve the agreement"."""
    if lemma(root) in WAITING and not is_passive(root):
        below = {lemma(c) for c in children(root, "obl", "advmod", "compound:prt")}
        waits = bool(below & {"table", "ahead", "shelf", "desk", "hold"})
        return waits and any(map(noun_kind, grammatical_subjects(root)))
    if lemma(root) not in DONE_WITH:
        return False
    things = children(root, "obj")
    must = any(c.lower_ in {"must", "shall"} for c in children(root, "aux"))
    if must and children(root, "obl:agent"):
        return False
    if is_passive(root):
        things = grammatical_subjects(root)
    return any(
        (noun_kind(thing) in PAPERS and not is_of_money(thing))
        or (is_passive(root) and thing.lower_ == "it")
        for thing in things
    )


def is_of_money(noun: Token) -> bool:
    """True for "the spending plan": a plan of somebody's, and none on the table."""
    before = {lemma(c) for c in children(noun, "compound", "amod")}
    return lemma(noun) in PLANS and bool(before & MONEY)


def is_talking(root: Token) -> bool:
    """True for "to return to the table", "to accept mediation", "to host the sides"."""
    word = lemma(root)
    if word == "vote" and any(token.lower_ == "only" for token in root.subtree):
        return False  # "only residents will vote" is a rule
    if word in ABOUT and not is_passive(root):
        return not is_negated(root)
    below = [c for c in root.children if c.dep_ in {"obj", "obl", "xcomp", "nmod"}]
    if word in TO_TALKS:
        return any(lemma(c) in TALKS and c.dep_ != "obj" for c in below)
    if word in HAVING:
        met = term_lexicon().meetings & {"round", "session", "meeting", "summit"}
        return any(lemma(c) in TALKS | met for c in below if c.dep_ == "obj") or (
            word == "host" and any(lemma(c) in {"side", "party"} for c in below)
        )
    return False


def is_going(root: Token) -> bool:
    """True for "the commander would attend", "the experts would return"."""
    if is_passive(root):
        return False
    if lemma(root) in GOING:
        return True
    subjects = {lemma(s) for s in grammatical_subjects(root)}
    return lemma(root) in {"return", "leave", "come"} and bool(subjects & TALKERS)


def is_guessed(root: Token) -> bool:
    """True for "a hope that A", "signs that A"."""
    clause = root
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    marked = any(c.lower_ == "that" for c in children(clause, "mark"))
    return (
        marked
        and clause.dep_ in {"acl", "ccomp"}
        and clause.head.pos_ == "NOUN"
        and lemma(clause.head) in GUESSES
    )
