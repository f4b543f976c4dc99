"""All names of one article, gathered and told apart; ``find_entities`` returns them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from extract.affiliations import affiliation_of
from extract.cities import find_cities
from extract.gazetteer import Known, countries, fold, given_names, look_up, words
from extract.name_runs import Piece, is_office, runs
from extract.name_votes import Votes, votes
from extract.name_words import Stretch, Word, stretches
from extract.parties import Sort, acts, side_noun
from extract.people import Person, Sight, cluster, gender_of, name_parts, roles_of
from extract.places import Spot, country_iri, geonames_iri, merge_spots
from extract.records import Entity, EntityKind, Mention, Quoted
from extract.side_nouns import find_sides

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: A name that no list holds needs this much evidence to be one.
ENOUGH: Final = 1.4
_UNITS: Final = frozenset(
    "province peninsula region oblast district governorate county island strip valley"
    " enclave municipality prefecture archipelago".split()
)
_AGAINST: Final = frozenset(
    "opposition rebels rebel insurgents separatists guerrillas junta secessionists".split()
)
_SORT: Final[dict[str, Sort]] = {
    "country": "country",
    "capital": "capital",
    "seat": "seat",
    "region": "place",
    "body": "body",
}


@dataclass(slots=True)
class Draft:
    """An entity while its article is being read."""

    kind: EntityKind
    name: str
    mentions: dict[tuple[int, int], Mention] = field(default_factory=dict)
    roles: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None
    expansions: set[str] = field(default_factory=set)
    same_as: tuple[str, ...] = ()
    side: str = ""


@dataclass(slots=True)
class _Core:
    """A name that no list holds, where it stands."""

    piece: Piece
    pieces: tuple[Piece, ...]
    index: int
    block: int
    votes: Votes

    @property
    def key(self) -> str:
        return fold(self.piece.text)


class ArticleNames:
    """Reads one document; ``entities`` returns what was found."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.drafts: dict[tuple[str, str], Draft] = {}
        self.cores: list[_Core] = []
        self.parsed = doc.has_annotation("DEP")
        self.adjectives: list[tuple[Piece, Piece | None]] = []
        self.capitals: list[Piece] = []
        self.headlines: list[Stretch] = []

    def entities(self) -> tuple[Entity, ...]:
        """Return the article's entities by first mention."""
        for stretch in stretches(self.doc):
            self._gather(stretch)
        kinds = self._kinds()
        self._people(kinds)
        self._bodies(kinds)
        self._places(kinds)
        self._adjectives()
        self._headlines()
        for key, draft in find_sides(self.doc, self.drafts):
            self.drafts[key] = draft
        return self._records()

    # -- gathering

    def _gather(self, stretch: Stretch) -> None:
        if stretch.headline:
            self.headlines.append(stretch)
        block = stretch.words[0].first
        for pieces in runs(self.doc, stretch):
            for index, piece in enumerate(pieces):
                if piece.part == "known" and piece.known is not None:
                    self._known(piece, piece.known)
                elif piece.part == "people":
                    self.adjectives.append((piece, None))
                elif piece.part == "core" and not stretch.headline:
                    found = votes(self.doc, pieces, index, block)
                    self.cores.append(_Core(piece, pieces, index, block, found))

    def _known(self, piece: Piece, known: Known) -> None:
        first, last = piece.words[0].first, piece.words[-1].last
        does = known.hit in _SORT and self._acts(first, last, _SORT[known.hit])
        if known.hit == "capital" and not does:
            self.capitals.append(piece)
            return
        if known.hit == "capital":
            side = self._side(known)
            side.mentions.update(self._mention(piece, acts=True))
            side.kind = "party" if side.kind == "organization" else side.kind
            return
        if known.hit == "region":
            self.capitals.append(piece)
            return
        draft = self._draft_of(known)
        draft.mentions.update(self._mention(piece, acts=does))

    def _draft_of(self, known: Known) -> Draft:
        if known.hit == "country":
            return self._side(known)
        key = (known.hit, known.name)
        if key not in self.drafts:
            kind: EntityKind = "party" if known.hit == "seat" else "organization"
            draft = Draft(
                kind, known.name, country=known.country or None, side=known.side
            )
            if known.hit == "body":
                draft.expansions.add(known.name)
            self.drafts[key] = draft
        return self.drafts[key]

    def _side(self, known: Known) -> Draft:
        """Return the draft of the state, or the body, that a name stands for."""
        code = known.country
        if not code and look_up(known.side) and look_up(known.side).hit == "body":  # type: ignore[union-attr]
            body = look_up(known.side)
            return self._draft_of(body) if body else Draft("party", known.side)
        key = ("country", known.side)
        if key not in self.drafts:
            same = ()
            if code:
                same = (country_iri(code), geonames_iri(countries()[code]["geonames"]))
            self.drafts[key] = Draft(
                "place", known.side, country=code or None, same_as=same
            )
        return self.drafts[key]

    def _acts(self, first: int, last: int, sort: Sort) -> bool:
        if not self.parsed:
            return sort == "seat"
        return acts(self.doc, first, last, sort=sort)

    def _mention(
        self, piece: Piece, *, acts: bool = False
    ) -> dict[tuple[int, int], Mention]:
        used = piece.words
        if len(used) > 1 and used[0].text.lower() == "the":
            used = used[1:]
        return self._span(used[0].start, used[-1].end, acts=acts)

    def _span(
        self,
        start: int,
        end: int,
        *,
        acts: bool = False,
        kind: Literal["name", "role"] = "name",
    ) -> dict[tuple[int, int], Mention]:
        quoted = Quoted(start=start, end=end, text=self.doc.text[start:end])
        return {(start, end): Mention(quoted=quoted, kind=kind, acts=acts)}

    # -- deciding

    def _kinds(self) -> dict[str, str]:
        """Return the kind of each folded name, voted by all its sights."""
        totals: dict[str, Votes] = defaultdict(Counter)
        sights: Counter[str] = Counter()
        for core in self.cores:
            totals[core.key].update(core.votes)
            sights[core.key] += 1
        surnames: dict[str, int] = defaultdict(int)
        kinds: dict[str, str] = {}
        for key, found in totals.items():
            kind, score = max(
                found.items(), key=lambda x: (x[1], x[0]), default=("", 0.0)
            )
            enough = ENOUGH if kind != "person" or " " in key else ENOUGH
            kinds[key] = kind if score / sights[key] >= enough or score >= 3 else ""
            if kinds[key] == "person" and len(name_parts(key)) > 1:
                for part in {name_parts(key)[-1], name_parts(key)[0]}:
                    surnames[part] += 1
        for key, found in totals.items():
            parts = name_parts(key)
            if len(parts) == 1 and parts[0] in surnames and kinds[key] != "person":
                if (
                    found["place"] < 4 * sights[key]
                    and found["organization"] < 4 * sights[key]
                ):
                    kinds[key] = "person"
        return kinds

    def _people(self, kinds: dict[str, str]) -> None:
        sights: list[Sight] = []
        blocks: dict[int, int] = {}
        for core in self.cores:
            if kinds.get(core.key) != "person":
                continue
            used = core.piece.words
            before = core.pieces[core.index - 1] if core.index else None
            titles: tuple[str, ...] = ()
            if before is not None and before.part == "title":
                titles = tuple(w.text for w in before.words)
            sight = Sight(
                core.piece.text,
                used[0].first,
                used[-1].last,
                used[0].start,
                used[-1].end,
                titles,
            )
            sights.append(sight)
            blocks[sight.start] = core.block
        for person in cluster(sights):
            self._person(person, blocks)

    def _person(self, person: Person, blocks: dict[int, int]) -> None:
        full = person.fullest
        draft = Draft("person", full.text)
        for sight in person.sights:
            draft.mentions.update(self._span(sight.start, sight.end))
            draft.mentions.update(self._surname(sight))
            draft.roles += roles_of(self.doc, sight, blocks[sight.start])
        texts = tuple(self.doc.text[a:b] for a, b in draft.roles)
        titles = tuple(t for s in person.sights for t in s.titles)
        draft.gender = gender_of(titles, texts, full.text)
        self.drafts["person", f"{full.text}@{full.start}"] = draft

    def _surname(self, sight: Sight) -> dict[tuple[int, int], Mention]:
        """Return the surname inside a full name: another form the text gives."""
        if len(sight.parts) < 2:
            return {}
        last = sight.text.split()[-1]
        if "-" in last and name_parts(last) and len(name_parts(last)[0]) < len(last):
            bare = last.split("-")[-1]
            last = bare if fold(bare) == sight.parts[-1] else last
        if fold(last) != sight.parts[-1] or not last[:1].isupper():
            return {}
        return self._span(sight.end - len(last), sight.end)

    def _bodies(self, kinds: dict[str, str]) -> None:
        found: dict[str, Draft] = {}
        for core in self.cores:
            if kinds.get(core.key) != "organization":
                continue
            used = core.piece.words
            if used[0].text in {"The", "A", "An"} and len(used) > 1:
                used = used[1:]
            key = fold(" ".join(w.text for w in used))
            draft = found.setdefault(
                key, Draft("organization", self.doc.text[used[0].start : used[-1].end])
            )
            does = self._acts(used[0].first, used[-1].last, "body")
            draft.mentions.update(self._span(used[0].start, used[-1].end, acts=does))
        self._acronyms(found)
        self._short_forms(found)
        for key, draft in found.items():
            self.drafts.setdefault(("organization", key), draft)

    def _acronyms(self, found: dict[str, Draft]) -> None:
        """Join "High Negotiations Committee (HNC)" and later bare "HNC"."""
        for short in sorted(found):
            letters = short.replace(".", "")
            if " " in short or not 2 <= len(letters) <= 7 or short not in found:
                continue
            if not any(m.quoted.text.isupper() for m in found[short].mentions.values()):
                continue
            for long in sorted(found, key=lambda k: (-len(k), k)):
                if long == short or " " not in long:
                    continue
                if _initials(long) == letters or self._bracketed(
                    found[long], found[short]
                ):
                    for span, mention in found[short].mentions.items():
                        found[long].mentions[span] = mention
                    del found[short]
                    break

    def _short_forms(self, found: dict[str, Draft]) -> None:
        """Join "the Observatory" to the one longer name that holds the word."""
        for short in sorted(found):
            fits = [k for k in sorted(found) if k != short and short in k.split()]
            if " " not in short and len(short) > 3 and len(fits) == 1:
                found[fits[0]].mentions.update(found.pop(short).mentions)

    def _bracketed(self, long: Draft, short: Draft) -> bool:
        return any(
            self.doc.text[end:start].strip() == "("
            for _, end in long.mentions
            for start, _ in short.mentions
            if 0 < start - end <= 3
        )

    def _places(self, kinds: dict[str, str]) -> None:
        spots: list[Spot] = []
        for piece in self.capitals:
            spots.append(self._spot(piece.words))
        for core in self.cores:
            if kinds.get(core.key) == "place":
                spots.append(self._spot(core.piece.words))
        spots.sort(key=lambda s: s.start)
        codes = frozenset(d.country for d in self.drafts.values() if d.country)
        for place in merge_spots(spots, codes):
            full = max(place.spots, key=lambda s: (len(s.bare), -s.start))
            draft = Draft(
                "place", full.bare, country=place.country, same_as=place.same_as
            )
            for spot in place.spots:
                does = self._acts(spot.first, spot.last, "place")
                draft.mentions.update(self._span(spot.start, spot.end, acts=does))
                draft.mentions.update(self._inside_place(spot))
            self.drafts["place", f"{fold(full.bare)}@{full.start}"] = draft

    def _spot(self, used: tuple[Word, ...]) -> Spot:
        if used[0].text in {"The", "the"} and len(used) > 1:
            used = used[1:]
        start, end = used[0].start, used[-1].end
        bare = self.doc.text[start:end]
        heads = words("regions", "heads", "words")
        if len(used) == 2 and used[1].text in heads and look_up(bare) is None:
            bare = used[0].text
        return Spot(
            self.doc.text[start:end], bare, used[0].first, used[-1].last, start, end
        )

    def _inside_place(self, spot: Spot) -> dict[tuple[int, int], Mention]:
        """Return "Homs province" for "Homs", and "Zahraa" for "al-Zahraa"."""
        out: dict[tuple[int, int], Mention] = {}
        after = self.doc[spot.last + 1] if spot.last + 1 < len(self.doc) else None
        if after is not None and after.lower_ in _UNITS:
            out.update(self._span(spot.start, after.idx + len(after.text)))
        head, hyphen, tail = spot.text.partition("-")
        if hyphen and head.lower() in {"al", "el", "as", "ar", "ad", "an", "az", "at"}:
            out.update(self._span(spot.end - len(tail), spot.end))
        return out

    # -- peoples and headlines

    def _adjectives(self) -> None:
        for piece, _ in self.adjectives:
            known = piece.known
            if known is None or not known.side:
                continue
            word = piece.words[0]
            head = self._head_after(word.last)
            side = side_noun(self.doc, head) if head is not None else ""
            key = ("country", known.side)
            if side == "side" and head is not None:
                end = self.doc[head].idx + len(self.doc[head].text)
                self._side(known).mentions.update(
                    self._span(word.start, end, acts=True, kind="role")
                )
            elif side == "power" and head is not None:
                self._power(known, word, head)
            elif key in self.drafts or any(
                d.side == known.side for d in self.drafts.values()
            ):
                self._side(known)
            if key in self.drafts:
                plural = self.doc[word.last].tag_ in {
                    "NNPS",
                    "NNS",
                } and word.text.endswith("s")
                self.drafts[key].mentions.update(
                    self._span(word.start, word.end, acts=plural)
                )

    def _power(self, known: Known, word: Word, head: int) -> None:
        """Take "the Syrian government" for its state, or, beside an opposition, for a side."""
        end = self.doc[head].idx + len(self.doc[head].text)
        draft = self._side(known)
        if self._divided():
            text = self.doc.text[word.start : end]
            key = ("power", known.side)
            draft = self.drafts.setdefault(
                key,
                Draft("party", text, country=known.country or None, side=known.side),
            )
            draft.mentions.update(self._span(word.start, end, acts=True))
        else:
            draft.mentions.update(self._span(word.start, end, acts=True, kind="role"))

    def _divided(self) -> bool:
        """True where the article speaks of an opposition to a government."""
        return any(t.lower_ in _AGAINST for t in self.doc)

    def _head_after(self, index: int) -> int | None:
        """Return the noun that an adjective belongs to, up to three words on."""
        for at in range(index + 1, min(index + 5, len(self.doc))):
            token = self.doc[at]
            if token.pos_ == "NOUN":
                after = self.doc[at + 1] if at + 1 < len(self.doc) else None
                if after is None or after.pos_ != "NOUN":
                    return at
            elif token.pos_ not in {"ADJ", "VERB", "PROPN", "PUNCT"}:
                return None
        return None

    def _headlines(self) -> None:
        """Find in headlines what the body names."""
        by_name: dict[str, Draft] = {}
        for draft in self.drafts.values():
            for mention in draft.mentions.values():
                by_name.setdefault(fold(mention.quoted.text), draft)
        for stretch in self.headlines:
            self._headline_cities(stretch)
            at = 0
            while at < len(stretch.words):
                for length in range(min(6, len(stretch.words) - at), 0, -1):
                    chunk = stretch.words[at : at + length]
                    text = self.doc.text[chunk[0].start : chunk[-1].end]
                    draft = by_name.get(fold(text))
                    if draft and text[:1].isupper() and len(text) > 2:
                        span = (chunk[0].start, chunk[-1].end)
                        if not _covered(self.drafts.values(), span):
                            draft.mentions.update(self._span(*span))
                        at += length - 1
                        break
                at += 1

    def _headline_cities(self, stretch: Stretch) -> None:
        """Find large cities in a headline, where capitals tell nothing."""
        spots: list[Spot] = []
        for word in stretch.words:
            city = next(iter(find_cities(word.text)), None)
            if (
                city is not None
                and word.capital
                and len(word.text) > 4
                and city.population > 100_000
                and fold(word.text) not in given_names()
                and self.doc[word.first].pos_ in {"PROPN", "NOUN", "X"}
                and not _covered(self.drafts.values(), (word.start, word.end))
            ):
                spots.append(self._spot((word,)))
        codes = frozenset(d.country for d in self.drafts.values() if d.country)
        for place in merge_spots(spots, codes):
            if not place.same_as:
                continue
            first = place.spots[0]
            draft = Draft(
                "place", first.bare, country=place.country, same_as=place.same_as
            )
            for spot in place.spots:
                draft.mentions.update(self._span(spot.start, spot.end))
            home = next(
                (
                    d
                    for d in self.drafts.values()
                    if d.kind == "place" and d.same_as and d.same_as == place.same_as
                ),
                None,
            )
            if home is not None:
                home.mentions.update(draft.mentions)
            else:
                self.drafts["place", f"{fold(first.bare)}@{first.start}"] = draft

    # -- writing down

    def _records(self) -> tuple[Entity, ...]:
        drafts = [d for d in self.drafts.values() if d.mentions]
        drafts.sort(key=lambda d: (min(d.mentions), d.kind, d.name))
        ids = {id(d): f"e{n}" for n, d in enumerate(drafts, start=1)}
        out = []
        for draft in drafts:
            mentions = tuple(m for _, m in sorted(draft.mentions.items()))
            texts = dict.fromkeys(
                self.doc.text[a:b] for a, b in sorted(set(draft.roles))
            )
            target = affiliation_of(draft, drafts)
            out.append(
                Entity(
                    id=ids[id(draft)],
                    kind=_kind(draft),
                    name=_name(draft),
                    mentions=mentions,
                    roles=tuple(texts),
                    gender=draft.gender,  # type: ignore[arg-type]
                    country=draft.country or (target.country if target else None),
                    affiliation=ids[id(target)] if target else None,
                    expansions=tuple(sorted(draft.expansions)),
                    same_as=draft.same_as,
                )
            )
        return tuple(out)


def _covered(drafts: object, span: tuple[int, int]) -> bool:
    return any(
        a < span[1] and span[0] < b
        for d in drafts  # type: ignore[attr-defined]
        for a, b in d.mentions
    )


def _kind(draft: Draft) -> EntityKind:
    if draft.kind == "place" and any(m.acts for m in draft.mentions.values()):
        return "party"
    return draft.kind


def _name(draft: Draft) -> str:
    if draft.kind == "organization":
        texts = [
            m.quoted.text for _, m in sorted(draft.mentions.items()) if m.kind == "name"
        ]
        return max(texts, key=len, default=draft.name)
    return draft.name


def _initials(long: str) -> str:
    small = {"of", "the", "and", "for", "on", "in", "to", "de", "&"}
    return "".join(w[0] for w in long.replace("-", " ").split() if w not in small)
