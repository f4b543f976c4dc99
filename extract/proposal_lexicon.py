"""The words that speak of proposals, read from ``lexicon/proposals.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extract.errors import LexiconError


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLexicon:
    """Everything in ``proposals.toml``.

    Attributes:
        nouns: class of a noun that is a proposal ("proposal", "draft", ...).
        puts: verbs whose object is a term of their subject's.
        puts_case: prepositions such a verb wants before the term.
        wishes: those that count only for a side in the negotiation.
        holds: verbs whose subject is the proposal and whose object a term.
        agrees: verbs of agreeing.
        willing: words of being willing, with conditions.
        old: words for an earlier version.
        new: words for a later one.
        kinds: words that go into a label ("written").
        omitted: verbs by which a version leaves something out.
        unsaid: verbs that say so when negated.
        failed: verbs that say so after "fails to".
        added: verbs by which a version adds something.
        moved_in: verbs of moving that add with "in".
        moved_out: those that leave out with "out" or "from".
        backs: verbs of going back on a term.
        softens: verbs of making it weaker or harder.
        resizes: verbs of its size.
        gone: what a term is or does that a version leaves out.
        turned: verbs by which a term becomes another.
        mentions: nouns of being spoken of ("no mention of").
        discussed: verbs of what was spoken of before.
        responds: verbs that answer a proposal.
        leads: verbs that say one event brings another.
        process: verbs of what happens to a proposal.
        lists: nouns that a list of terms follows.
        musts: subjects that a "must" makes a demand on.
    """

    nouns: Mapping[str, str]
    puts: frozenset[str]
    puts_case: Mapping[str, tuple[str, ...]]
    wishes: frozenset[str]
    holds: frozenset[str]
    agrees: frozenset[str]
    willing: frozenset[str]
    old: frozenset[str]
    new: frozenset[str]
    kinds: frozenset[str]
    omitted: frozenset[str]
    unsaid: frozenset[str]
    failed: frozenset[str]
    added: frozenset[str]
    moved_in: frozenset[str]
    moved_out: frozenset[str]
    backs: frozenset[str]
    softens: frozenset[str]
    resizes: frozenset[str]
    gone: frozenset[str]
    turned: frozenset[str]
    mentions: frozenset[str]
    discussed: frozenset[str]
    responds: frozenset[str]
    leads: frozenset[str]
    process: frozenset[str]
    lists: frozenset[str]
    musts: frozenset[str]


@cache
def proposal_lexicon() -> ProposalLexicon:
    """Read ``lexicon/proposals.toml`` once.

    Raises:
        LexiconError: the file is not what it should be.
    """
    source = files("extract").joinpath("lexicon", "proposals.toml")
    try:
        table: Mapping[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
        nouns: dict[str, str] = {}
        for name, lemmas in table["nouns"].items():
            for lemma in lemmas:
                nouns.setdefault(lemma, name)
        puts, versions, changes = table["puts"], table["versions"], table["changes"]
        return ProposalLexicon(
            nouns=nouns,
            puts=frozenset(puts["verbs"]),
            puts_case={verb: tuple(some) for verb, some in puts["with_case"].items()},
            wishes=frozenset(puts["wishes"]),
            holds=frozenset(table["holds"]["verbs"]),
            agrees=frozenset(table["agrees"]["verbs"]),
            willing=frozenset(table["willing"]["words"]),
            old=frozenset(versions["old"]),
            new=frozenset(versions["new"]),
            kinds=frozenset(versions["both"]),
            omitted=frozenset(changes["omitted"]),
            unsaid=frozenset(changes["omitted_negated"]),
            failed=frozenset(changes["omitted_fails"]),
            added=frozenset(changes["added"]),
            moved_in=frozenset(changes["moved_in"]),
            moved_out=frozenset(changes["moved_out"]),
            backs=frozenset(changes["backs"]),
            softens=frozenset(changes["softens"]),
            resizes=frozenset(changes["resizes"]),
            gone=frozenset(changes["gone"]),
            turned=frozenset(changes["turned"]),
            mentions=frozenset(changes["mentions"]),
            discussed=frozenset(changes["discussed"]),
            responds=frozenset(table["links"]["responds"]),
            leads=frozenset(table["links"]["leads"]),
            process=frozenset(table["process"]["verbs"]),
            lists=frozenset(table["lists"]["nouns"]),
            musts=frozenset(table["musts"]["subjects"]),
        )
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        msg = f"lexicon/proposals.toml cannot be read: {error}"
        raise LexiconError(msg) from error
