"""The words that signal an attribution, read from ``lexicon/cues.toml``.

A cue is a verb ("say"), a verb with its particle or preposition ("call for"), a
noun ("warning") or an adjective after "be" ("confident"). The lexicon tells what
each does, and which of its dependents can be what was said.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal

from extract.errors import LexiconError
from extract.records import Act

Frame = Literal["clause", "infinitive", "object", "quote", "told"]
FRAMES: tuple[Frame, ...] = ("clause", "infinitive", "object", "quote", "told")
_ACTS = ("speech", "belief", "intention")


@dataclass(frozen=True, slots=True)
class Sense:
    """What one cue does in one frame.

    Attributes:
        kind: ``"say"``, ``"accuse"``, ``"deny"``, ...
        act: speech, belief or intention.
    """

    kind: str
    act: Act


@dataclass(frozen=True, slots=True)
class Carriers:
    """How news agencies, papers and broadcasters are recognised.

    Attributes:
        nouns: common nouns of a carrier ("agency").
        plural: plurals that stand for carriers ("media").
        names: names of carriers, folded to lower case.
        endings: last words of a carrier's name, folded to lower case.
    """

    nouns: frozenset[str]
    plural: frozenset[str]
    names: frozenset[str]
    endings: frozenset[str]

    def match(self, name: str) -> bool:
        """Tell whether a name, or a description, is a carrier's.

        >>> lexicon().carriers.match("the state-run TASS news agency")
        True
        """
        folded = name.casefold().removeprefix("the ").strip()
        words = folded.split()
        if not words:
            return False
        return (
            folded in self.names
            or words[-1] in self.nouns
            or words[-1] in self.plural
            or (words[-1] in self.endings and len(words) > 1)
            or any(word in self.names for word in words)
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues.

    Attributes:
        verbs: frame -> verb (with particle, if any) -> what it does there.
        nouns: noun -> what it does.
        adjectives: adjective -> what it does.
        particles: verb -> the particles and prepositions it takes as a cue.
        inanimate: nouns of texts that may "show" or "say" something.
        carriers: how agencies and broadcasters are recognised.
        retrospective: participles of "This was stated by ...".
        introducing: verbs that can introduce direct speech.
        occurrences: nouns of what happens or lasts, which sees and accuses nobody.
        figures: nouns of what "raise" makes more, and says nothing of.
    """

    verbs: dict[Frame, dict[str, Sense]]
    nouns: dict[str, Sense]
    adjectives: dict[str, Sense]
    particles: dict[str, frozenset[str]]
    inanimate: frozenset[str]
    carriers: Carriers
    retrospective: frozenset[str]
    consequences: tuple[str, ...] = ()
    introducing: frozenset[str] = field(default=frozenset())
    occurrences: frozenset[str] = field(default=frozenset())
    figures: frozenset[str] = field(default=frozenset())

    def sense(self, verb: str, frame: Frame) -> Sense | None:
        """Return what a verb does in a frame, or ``None``."""
        return self.verbs[frame].get(verb)

    def known(self, verb: str) -> Sense | None:
        """Return what a verb does in the first frame that lists it, or ``None``."""
        for frame in FRAMES:
            sense = self.verbs[frame].get(verb)
            if sense is not None:
                return sense
        return None

    def introduces_speech(self, verb: str) -> bool:
        """Tell whether a verb can introduce direct speech."""
        return verb in self.introducing


@cache
def lexicon() -> Lexicon:
    """Return the cue lexicon.

    Raises:
        LexiconError: the file is not what this module expects.

    >>> lexicon().sense("say", "clause")
    Sense(kind='say', act='speech')
    """
    raw = resources.files("extract").joinpath("lexicon/cues.toml").read_text("utf-8")
    return read_lexicon(raw)


def read_lexicon(text: str) -> Lexicon:
    """Return the lexicon that a TOML text describes.

    Where two groups list a verb in one frame, the first one counts.

    Raises:
        LexiconError: the text is no TOML, or a group lacks its kind or act.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        msg = f"cues.toml is damaged: {error}"
        raise LexiconError(msg) from error
    verbs: dict[Frame, dict[str, Sense]] = {frame: {} for frame in FRAMES}
    nouns: dict[str, Sense] = {}
    particles: dict[str, set[str]] = {}
    inanimate: set[str] = set()
    for group in data.get("group", []):
        if "kind" not in group or group.get("act") not in _ACTS:
            msg = f"cues.toml: a group needs a kind and an act of {_ACTS}: {group}"
            raise LexiconError(msg)
        sense = Sense(group["kind"], group["act"])
        for frame in FRAMES:
            for verb in group.get(frame, []):
                verbs[frame].setdefault(verb, sense)
                head, _, rest = verb.partition(" ")
                if rest:
                    particles.setdefault(head, set()).add(rest)
        for noun in group.get("nouns", []):
            nouns.setdefault(noun, sense)
        inanimate.update(group.get("inanimate", []))
    listed = data.get("adjectives", {})
    adjectives = {word: Sense("think", "belief") for word in listed.get("belief", [])}
    adjectives |= {
        word: Sense("want", "intention") for word in listed.get("intention", [])
    }
    carriers = data.get("carriers", {})
    speaking = {verb for verb, s in verbs["clause"].items() if s.act == "speech"}
    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        particles={verb: frozenset(rest) for verb, rest in particles.items()},
        inanimate=frozenset(inanimate),
        carriers=Carriers(
            nouns=frozenset(carriers.get("nouns", [])),
            plural=frozenset(carriers.get("plural", [])),
            names=frozenset(name.casefold() for name in carriers.get("names", [])),
            endings=frozenset(word.casefold() for word in carriers.get("endings", [])),
        ),
        retrospective=frozenset(data.get("retrospective", {}).get("participles", [])),
        consequences=tuple(data.get("consequences", {}).get("participles", [])),
        introducing=frozenset(speaking | set(verbs["quote"]) | set(verbs["told"])),
        occurrences=frozenset(data.get("occurrences", {}).get("nouns", [])),
        figures=frozenset(data.get("figures", {}).get("nouns", [])),
    )
