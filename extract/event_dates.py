"""When an event was: only by evidence in the text, and with what evidence.

In this order: a date in the event's own phrase; one in the clause that tells it;
the day of the statement, for a turn made in words; the date under discussion in
the same paragraph; the publication day, for a headline or the first sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from extract.clauses import clause_of, conjuncts
from extract.event_around import leading, under_discussion
from extract.event_clause_days import (
    at_an_hour,
    at_one_held,
    begun_behind,
    claimed_now,
    day_described,
    explained_saying,
    fronted,
    in_that_year,
    is_later,
    is_told_before,
    of_its_turn,
    of_the_next,
    right_behind,
    said_on,
    soon_after,
    told_to,
)
from extract.event_clauses import (
    explaining,
    holding,
    is_of_the_plan,
    opened_by,
    right_after,
    said_to_be,
    timely,
    under_object,
)
from extract.event_dateline import dateline_span
from extract.event_days import (
    NEVER,
    Placed,
    When,
    cues_of,
    merged,
    past,
    present,
    remote,
    told_at,
    up,
)
from extract.event_last_days import at_the_end
from extract.event_lexicon import event_lexicon
from extract.event_news import (
    is_earlier,
    of_a_reaction,
    of_a_term,
    plain_news,
)
from extract.event_own_days import (
    APART,
    bearer,
    behind_participle,
    behind_subject,
    edges,
    ends_clause,
    ends_relative,
    is_aside,
    is_described,
    is_due,
    is_far,
    is_passive_aside,
    left_on,
    nearest,
    of_an_object,
    right_on,
    said_behind,
    since_midnight,
    starting,
    while_then,
    within,
)
from extract.event_reported import (
    beside_quote,
    by_then,
    dated_speaker,
    named_later,
    news_day,
    news_of,
    told_after,
)
from extract.event_same_day import beside_main, is_old, own_report
from extract.event_spans import after_so_long, in_full
from extract.event_times import is_vaguely_told, times_of
from extract.event_triggers import SET
from extract.event_under_way import (
    ever_since,
    going_on,
    in_headline,
    told_in_lead,
    while_saying,
)
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.event_triggers import Trigger
    from extract.records import Statement, TimeExpression

#: Prepositions that put the event outside the time they introduce.
OUTSIDE: Final = frozenset({"before", "after", "until", "till", "since", "following"})
#: Verbs that bring about what a noun tells.
MADE: Final = frozenset(
    {"make", "reach", "sign", "broker", "sponsor", "strike", "adopt"}
)
#: How the basis of a day begins that is only that of an article's news.
NEWS_BASES: Final = ("told as", "the day of its news")
#: Verbs that begin or end an event rather than being it.
PHASES: Final = frozenset(
    {"begin", "start", "open", "resume", "end", "conclude", "close", "finish", "last"}
    | {"expire", "take", "run", "hold", "happen", "occur", "launch", "convene"}
    | {"restart", "come", "go", "commence"}
)


class Calendar:
    """The dates of a document by token, with its blocks and statements."""

    def __init__(
        self,
        doc: Doc,
        times: Iterable[TimeExpression],
        statements: tuple[Statement, ...],
        published: date | None,
    ) -> None:
        self.doc = doc
        self.published = published
        self.statements = statements
        line = dateline_span(doc)
        self.placed, self.clocks, self.vague = times_of(doc, times, line)
        self._by_sentence: dict[int, list[Placed]] = {}
        for placed in self.placed:
            self._by_sentence.setdefault(placed.head.sent.start, []).append(placed)
        self.cues = cues_of(doc, statements)
        self.blocks = [
            (span.start, span.end, span.label_) for span in doc.spans.get("blocks", ())
        ]

    def block(self, token: Token) -> tuple[int, int, str]:
        """Return the block around a token: first, end, kind."""
        for block in self.blocks:
            if block[0] <= token.i < block[1]:
                return block
        return (token.sent.start, token.sent.end, "body")

    def first_body(self) -> int:
        """Return where the first real paragraph begins."""
        return next(
            (
                first
                for first, end, kind in self.blocks
                if kind == "body" and end - first > 6
            ),
            0,
        )

    def when(self, trigger: Trigger, told: list[Statement], mood: str) -> When:
        """Return the days of what a trigger tells; of an end, the last of them."""
        found = self.some_day(trigger, told, mood)
        return at_the_end(trigger, in_full(trigger, found, self))

    def some_day(self, trigger: Trigger, told: list[Statement], mood: str) -> When:
        """Return the days that are told of what a trigger tells.

        Args:
            trigger: the words.
            told: the utterances around them, the innermost first.
            mood: its modality; a day is asked for what happened or will.
        """
        actual = mood in {"actual", "planned"}
        token = trigger.token
        innermost = told[0] if told else None
        statement = next((found for found in told if found.date), innermost)
        own = self.cues.get(token.i)
        if own is not None and trigger.type == "attack" and own.date_basis != "clause":
            own = None  # a blow is no saying
        spoken = trigger.claim or trigger.type in {"statement", "pledge", "rejection"}
        if trigger.claim:
            return self.said(trigger, statement)
        found = said_to_be(token, self.placed) or explaining(
            trigger.support or token, self.placed
        )
        found = found or self.in_phrase(trigger) or self.in_clause(trigger)
        found = found or by_then(trigger, mood, self) or at_an_hour(trigger, self)
        found = found or in_that_year(trigger, self)
        if found is not None:
            return found
        found = named_later(trigger, self)
        if found is not None:
            return found
        if own is not None and own.date and own.date_basis == "clause":
            return said_on(own.date)
        told_now = spoken and actual and present(token)
        if told_now and statement is not None and statement.date:
            return said_on(statement.date)
        if not actual or is_earlier(token, trigger.support):
            return NEVER
        found = told_to(trigger, self) or under_discussion(trigger, statement, self)
        found = found or told_after(trigger.support or token, self)
        found = found or leading(trigger, self)
        fresh = not told_at(token) and not remote(token) and not is_aside(token)
        fresh = fresh and not is_old(token) and not is_told_before(token, own)
        fresh = fresh and not is_vaguely_told(token, trigger.support or token, self)
        if found is None and own is not None and own.date and fresh:
            if own.date_basis == "published" and not self.is_leading(token):
                return plain_news(trigger, statement, self) or NEVER
            return said_on(own.date)
        found = found or fronted(trigger, statement, self)
        found = found or after_so_long(trigger, statement, self)
        found = found or (None if statement else news_day(trigger, self))
        found = found or plain_news(trigger, statement, self)
        found = found or told_in_lead(trigger, statement, self)
        found = found or own_report(trigger, statement, self)
        found = found or while_saying(trigger, statement, self)
        found = found or beside_main(trigger, statement, self)
        found = found or ever_since(trigger, statement, self)
        found = found or in_headline(trigger, self)
        found = found or going_on(trigger, statement, self) or NEVER
        if mood == "planned" and found.basis.startswith(NEWS_BASES):
            return NEVER  # what is still to come is not of the day it is told
        return found

    def said(self, trigger: Trigger, statement: Statement | None) -> When:
        """Return the day of a turn made in words: when it was said.

        A verb told in the past with a day of its own keeps that day.
        """
        token = trigger.token
        if token.pos_ == "VERB" and (past(token) or is_passive_aside(token)):
            own = self.in_clause(trigger) or day_described(token, self)
            if own is not None:
                return own
            if trigger.type == "impasse" and is_aside(token):
                return NEVER
        explained = explained_saying(token, self)
        if explained is not None:
            return explained
        if statement is not None:
            day = statement.date or dated_speaker(statement, self.statements)
            if day and not is_later(token, statement, self):
                return said_on(day)
        elsewhere = claimed_now(token, statement, self)
        if elsewhere is not None:
            return elsewhere
        found = None if statement is not None else self.in_clause(trigger)
        found = found or at_an_hour(trigger, self)
        if found is None and statement is None:
            found = self.in_phrase(trigger)
        if found is None and self.block(trigger.token)[2] == "title" and self.published:
            found = news_of(self)
        found = found or leading(trigger, self)
        return found or told_after(trigger.support or trigger.token, self) or NEVER

    # ------------------------------------------------------------ own words

    def in_phrase(self, trigger: Trigger) -> When | None:
        """Return the date inside or right behind the event's noun phrase."""
        noun = trigger.token
        if noun.pos_ in {"VERB", "AUX"}:
            return None
        inside: list[Placed] = []
        for placed in self.of_sentence(noun):
            if self.outside(placed, trigger):
                continue
            if placed.first <= noun.i < placed.last or of_a_reaction(placed, noun):
                continue
            if left_on(placed, noun) or behind_subject(placed, noun):
                continue
            path = up(placed.head, noun, 4)
            if path is not None and of_the_next(path):
                continue
            if path is not None and is_described(path, noun):
                happens = event_lexicon().occur | PHASES | MADE | SET
                verbs = [step for step in path if step.pos_ == "VERB"]
                if all(lemma(verb) in happens for verb in verbs):
                    inside.append(placed)
            elif (
                bearer(placed) == noun
                or right_behind(placed, noun, self.cues)
                or of_its_turn(placed, noun)
                or begun_behind(placed, noun)
            ):
                inside.append(placed)
        return merged(right_on(inside, noun), "in the same phrase")

    def in_clause(self, trigger: Trigger) -> When | None:
        """Return the date of the clause that tells the event."""
        token = trigger.token
        verbs: list[Token] = []
        if token.pos_ in {"VERB", "AUX"}:
            verbs.append(token)
        elif trigger.support is None:
            verbs += holding(token)
        if trigger.support is not None:
            verbs.append(trigger.support)
        if not verbs and trigger.claim:
            verb = clause_of(token)
            verbs += [verb] if verb is not None else []
        out = [
            placed
            for verb in verbs
            for placed in self.of_sentence(verb)
            if self.governs(verb, placed, trigger)
            and not self.outside(placed, trigger)
            and not said_behind(verb, placed, self.cues)
            and not is_far(verb, placed)
        ]
        found = merged(nearest(out, verbs), "in the same clause")
        return since_midnight(found, out) if trigger.type == "ceasefire" else found

    def governs(self, verb: Token, placed: Placed, trigger: Trigger) -> bool:
        """True where a date belongs to a verb's clause."""
        if placed.head.sent.start != verb.sent.start:
            return False
        head = clause_of(placed.head)
        if head is None or is_of_the_plan(verb, placed):
            return False
        if of_an_object(placed, verb, trigger.token):
            return False
        if right_after(verb, placed) or behind_participle(verb, placed):
            return True
        if head.i == verb.i:
            path = up(placed.head, verb, 3)
            return path is None or not any(
                step.dep_ == "nmod"
                and step.head.pos_ == "NOUN"
                and step.head.i != trigger.token.i
                and step.head.dep_ == "nmod"
                for step in path
            )
        same = {found.i for found in conjuncts(verb)}
        if head.i in same and placed.first > verb.i and verb.i < head.i:
            return False
        if verb.dep_ == "conj" and head.i == verb.head.i:
            return placed.first < verb.i
        if timely(verb, head, placed) or under_object(verb, head):
            return True
        if verb.dep_ == "xcomp" and head.i == verb.head.i:
            return True
        if soon_after(verb, head) or at_one_held(verb, head):
            return True
        if while_then(verb, head) or within(verb, head, placed, self.published):
            return True
        if ends_clause(verb, placed) or ends_relative(verb, head, placed):
            return True
        if starting(verb, head):
            return True
        return (
            verb.dep_ == "advcl"
            and verb.tag_ == "VBG"
            and head.i == verb.head.i
            and not opened_by(verb, APART)
        )

    def outside(self, placed: Placed, trigger: Trigger) -> bool:
        """True for "until March" and the like, where the event is not."""
        if beside_quote(trigger.token, placed, self.statements):
            return True
        if of_a_term(placed, trigger) or is_due(placed, trigger.token, self):
            return True
        words = edges(placed, trigger.token)
        if trigger.type == "deadline" or trigger.label == "Entry into force":
            return bool(words & {"after", "since", "following"})
        lasting = trigger.type in {"attack", "walkout", "sanction", "ceasefire"}
        lasting = lasting or trigger.label in {"Strike", "Closure", "Blockade"}
        if lasting and "since" in words:
            return False
        return bool(words & OUTSIDE)

    def day_beside(self, token: Token) -> bool:
        """True where a sentence names a day at all."""
        return bool(self.of_sentence(token))

    def of_sentence(self, token: Token) -> list[Placed]:
        """Return the days that a token's sentence names, in reading order."""
        return self._by_sentence.get(token.sent.start, [])

    def is_leading(self, token: Token) -> bool:
        """True in the first real paragraph and the headlines over it."""
        return self.block(token)[0] <= self.first_body()
