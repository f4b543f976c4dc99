"""How news tells terms: the word lists of ``lexicon/terms.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extract.errors import LexiconError

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLexicon:
    """Everything in ``terms.toml``.

    Attributes:
        talks: words by which an article is known to be about a negotiation.
        share: how many of them a hundred words must hold.
        least: how many there must be at all.
        core: those that speak of little else.
        core_share: how many of these a hundred words must hold,
        core_kinds: or how many different ones there must be.
        puts: what a verb takes of which the subject puts terms.
        wishes: those that count only for somebody who takes part.
        agreed: those of what both agree.
        demands: those of demanding, as against offering.
        saying: those whose clause needs a mood that says what should be.
        permits: verbs of what is laid on somebody by what has been agreed.
        ruled: adjectives by which a rule tells who falls under it.
        ready: adjectives of being willing.
        refuses: verbs that turn something down.
        holds_off: verbs that make a condition of "unless".
        contents: verbs of which a paper is the subject.
        done: those of them that tell in the past what it rules.
        says: those whose clause needs a mood.
        fate: verbs of what happens to a paper, of its effects and of talk.
        effects: verbs of what a paper or a term brings about.
        idle: verbs of what somebody wants to do and that is no term.
        empty: nouns that name no term.
        calls: nouns of saying what is wanted or given.
        of: nouns whose term stands behind "of".
        dealings: nouns of what is done with an agreement, which are terms.
        aspects: nouns of which "is" tells a term.
        meetings: nouns of talks, and of those who only speak of them.
        deeds: verbs of what a side undertakes by saying that it will.
        abstains: those that it undertakes by saying that it will not.
        lets: verbs of what others are let do or given.
        shows: nouns of what is held or opened without anything being undertaken.
        force: words of what a threat threatens with.
    """

    talks: frozenset[str]
    share: float
    least: int
    core: frozenset[str]
    core_share: float
    core_kinds: int
    puts: Mapping[str, frozenset[str]]
    wishes: frozenset[str]
    agreed: frozenset[str]
    demands: frozenset[str]
    saying: frozenset[str]
    permits: frozenset[str]
    ruled: frozenset[str]
    ready: frozenset[str]
    refuses: frozenset[str]
    holds_off: frozenset[str]
    contents: frozenset[str]
    done: frozenset[str]
    says: frozenset[str]
    fate: frozenset[str]
    effects: frozenset[str]
    idle: frozenset[str]
    empty: frozenset[str]
    calls: frozenset[str]
    of: frozenset[str]
    dealings: frozenset[str]
    aspects: frozenset[str]
    meetings: frozenset[str]
    deeds: frozenset[str]
    abstains: frozenset[str]
    lets: frozenset[str]
    shows: frozenset[str]
    force: frozenset[str]


@cache
def term_lexicon() -> TermLexicon:
    """Read ``lexicon/terms.toml`` once.

    Raises:
        LexiconError: the file is not what it should be.
    """
    source = files("extract").joinpath("lexicon", "terms.toml")
    try:
        table: Mapping[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
        talks, groups = table["talks"], table["groups"]
        return TermLexicon(
            talks=frozenset(talks["words"]),
            share=float(talks["share"]),
            least=int(talks["least"]),
            core=frozenset(talks["core"]),
            core_share=float(talks["core_share"]),
            core_kinds=int(talks["core_kinds"]),
            puts={verb: frozenset(some) for verb, some in table["puts"].items()},
            wishes=frozenset(groups["wishes"]),
            agreed=frozenset(groups["agreed"]),
            demands=frozenset(groups["demands"]),
            saying=frozenset(groups["saying"]),
            permits=frozenset(groups["permits"]),
            ruled=frozenset(groups["ruled"]),
            ready=frozenset(groups["ready"]),
            refuses=frozenset(groups["refuses"]),
            holds_off=frozenset(groups["holds_off"]),
            contents=frozenset(table["contents"]["verbs"]),
            done=frozenset(table["contents"]["done"]),
            says=frozenset(table["contents"]["says"]),
            fate=frozenset(table["fate"]["verbs"]),
            effects=frozenset(table["fate"]["effects"]),
            idle=frozenset(table["fate"]["idle"]),
            empty=frozenset(table["empty"]["nouns"]),
            calls=frozenset(table["calls"]["nouns"]),
            of=frozenset(table["calls"]["of"]),
            dealings=frozenset(table["calls"]["dealings"]),
            aspects=frozenset(table["aspects"]["nouns"]),
            meetings=frozenset(table["meetings"]["nouns"]),
            deeds=frozenset(table["vows"]["deeds"]),
            abstains=frozenset(table["vows"]["abstains"]),
            lets=frozenset(table["vows"]["lets"]),
            shows=frozenset(table["vows"]["shows"]),
            force=frozenset(table["vows"]["force"]),
        )
    except (KeyError, TypeError, ValueError, tomllib.TOMLDecodeError) as error:
        msg = f"lexicon/terms.toml cannot be read: {error}"
        raise LexiconError(msg) from error


def about_talks(doc: Doc) -> bool:
    """True where the words of an article are those of a negotiation."""
    words = term_lexicon()
    alpha = [token for token in doc if token.is_alpha]
    found = core = 0
    kinds = set()
    for token in alpha:
        forms = {token.lower_, token.lemma_.lower()}
        found += bool(forms & words.talks)
        core += bool(forms & words.core)
        kinds |= forms & words.core
    return (
        found >= words.least
        and found * 100 >= words.share * len(alpha)
        and (
            core * 100 >= words.core_share * len(alpha)
            or len(kinds) >= words.core_kinds
        )
    )
