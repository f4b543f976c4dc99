"""All names of one article, gathered and told apart; ``find_entities`` returns them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.bodies import merge_bodies, with_short_names
from extract.doc_text import text_of
from extract.entity_drafts import Draft, mention, records
from extract.event_dateline import dateline_span
from extract.gazetteer import Known, countries, fold, look_up
from extract.headlines import cities_in, named_in_body
from extract.name_kinds import kinds_of
from extract.name_runs import Piece, known_at, runs
from extract.name_tags import is_no_name
from extract.name_votes import Votes, in_dateline, person_inside, votes
from extract.name_words import Stretch, Word, stretches
from extract.parties import Sort, acts, side_noun
from extract.people import Person, Sight, cluster, gender_of, join_aliases, name_parts
from extract.person_roles import country_in, roles_of
from extract.places import Spot, country_iri, geonames_iri, merge_spots, written
from extract.records import Entity, EntityKind, Mention
from extract.side_nouns import find_sides
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc

_UNITS: Final = spaced(
    """
    province peninsula region oblast district governorate county island strip
    valley enclave municipality prefecture archipelago terminal canal reservoir dam
    basin bridge lake crossing checkpoint harbour harbor
    """
)
_AGAINST: Final = spaced(
    """
    opposition rebels rebel insurgents separatists guerrillas junta secessionists
    """
)
_SORT: Final[dict[str, Sort]] = {
    "country": "country",
    "capital": "capital",
    "seat": "seat",
    "region": "place",
    "body": "body",
}


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
        kinds = kinds_of((core.key, core.votes) for core in self.cores)
        kinds = with_short_names(kinds, self.cores)
        self._people(kinds)
        self._bodies(kinds)
        self._places(kinds)
        self._adjectives()
        for headline in self.headlines:
            for key, draft in cities_in(self.doc, headline, self.drafts):
                self.drafts[key] = draft
            named_in_body(self.doc, headline, self.drafts)
        for key, draft in find_sides(self.doc, self.drafts):
            self.drafts[key] = draft
        return records(self.doc, self.drafts.values())

    def _gather(self, stretch: Stretch) -> None:
        if stretch.headline:
            self.headlines.append(stretch)
        block = stretch.words[0].first
        for pieces in runs(self.doc, stretch):
            for index, piece in enumerate(pieces):
                if piece.part == "known" and piece.known is not None:
                    self._known(piece, piece.known, block)
                elif piece.part == "people":
                    self.adjectives.append((piece, None))
                elif piece.part == "core" and not stretch.headline:
                    self._body_in_body(piece, block)
                    piece = person_inside(self.doc, piece)
                    if is_no_name(self.doc, piece.words):
                        continue
                    cut = (*pieces[:index], piece, *pieces[index + 1 :])
                    found = votes(self.doc, cut, index, block)
                    if self._is_agency(piece):
                        found["organization"] += 8
                    self.cores.append(_Core(piece, cut, index, block, found))

    def _is_dateline(self, first: int) -> bool:
        """True for the town of a dateline, where a token of it stands."""
        line = dateline_span(self.doc)
        return line is not None and line[1] <= first < line[2]

    def _is_agency(self, piece: Piece) -> bool:
        """True for an outlet in a dateline's brackets: "GENOA (Harbour News) -"."""
        line = dateline_span(self.doc)
        first = piece.words[0].first
        if line is None or not line[1] < first < line[2]:
            return False
        return any(t.text == "(" for t in self.doc[line[1] : first])

    def _body_in_body(self, piece: Piece, block: int) -> None:
        """Keep the listed body that opens a name: a United Nations Conference."""
        held = known_at(piece.words, 0)
        if held and held.known and held.known.hit == "body" and held.words[1:]:
            self._known(held, held.known, block)

    def _known(self, piece: Piece, known: Known, block: int) -> None:
        first, last = piece.words[0].first, piece.words[-1].last
        does = known.hit in _SORT and self._acts(first, last, _SORT[known.hit])
        does = does and not in_dateline(self.doc, piece, block)
        after = last + 1 if last + 1 < len(self.doc) else last
        side = side_noun(self.doc, after) if known.side and after > last else ""
        if side and known.hit in {"country", "capital"}:
            state = Known("country", known.side, known.country, known.side)
            word = piece.words[-1] if piece.text.startswith("the ") else piece.words[0]
            if side == "power":
                self._power(state, word, after)
            else:
                end = self.doc[after].idx + len(self.doc[after].text)
                spot = mention(self.doc, word.start, end, acts=True, kind="role")
                self._side(state).mentions.update(spot)
            if known.hit == "capital":
                return
        if known.hit == "capital" and not does:
            self.capitals.append(piece)
            return
        if known.hit == "capital":
            held = self._side(known)
            held.mentions.update(self._mention(piece, acts=True))
            held.kind = "party" if held.kind == "organization" else held.kind
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
            same: tuple[str, ...] = ()
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
        return mention(self.doc, used[0].start, used[-1].end, acts=acts)

    # -- deciding

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
        taken = frozenset(i for s in sights for i in range(s.first, s.last + 1))
        for person in join_aliases(text_of(self.doc), cluster(sights)):
            self._person(person, blocks, taken)

    def _person(
        self, person: Person, blocks: dict[int, int], taken: frozenset[int]
    ) -> None:
        full = person.fullest
        draft = Draft("person", full.text)
        for sight in person.sights:
            draft.mentions.update(mention(self.doc, sight.start, sight.end))
            draft.mentions.update(self._surname(sight))
            draft.roles += roles_of(self.doc, sight, blocks[sight.start], taken)
        texts = tuple(text_of(self.doc)[a:b] for a, b in draft.roles)
        titles = tuple(t for s in person.sights for t in s.titles)
        draft.gender = gender_of(titles, texts, full.text)
        draft.country = country_in(texts)
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
        return mention(self.doc, sight.end - len(last), sight.end)

    def _bodies(self, kinds: dict[str, str]) -> None:
        sights = []
        for core in self.cores:
            if kinds.get(core.key) != "organization":
                continue
            used = core.piece.words
            if used[0].text in {"The", "A", "An"} and len(used) > 1:
                used = used[1:]
            sights.append((used, self._acts(used[0].first, used[-1].last, "body")))
        for key, draft in merge_bodies(self.doc, sights).items():
            self.drafts.setdefault(("organization", key), draft)

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
            name = written(full.bare, place.spots)
            if name.isupper() and len(name) > 3 and self._is_dateline(full.first):
                name = name.title()
            draft = Draft("place", name, country=place.country, same_as=place.same_as)
            for spot in place.spots:
                shouted = spot.text.isupper() and len(spot.text) > 3
                does = not shouted and self._acts(spot.first, spot.last, "place")
                draft.mentions.update(
                    mention(self.doc, spot.start, spot.end, acts=does)
                )
                draft.mentions.update(self._inside_place(spot))
            self.drafts["place", f"{fold(full.bare)}@{full.start}"] = draft

    def _spot(self, used: tuple[Word, ...]) -> Spot:
        if used[0].text in {"The", "the"} and len(used) > 1:
            used = used[1:]
        start, end = used[0].start, used[-1].end
        bare = " ".join(text_of(self.doc)[start:end].split())
        if len(used) == 2 and used[1].text.lower() in _UNITS and look_up(bare) is None:
            bare = used[0].text
        return Spot(
            text_of(self.doc)[start:end], bare, used[0].first, used[-1].last, start, end
        )

    def _inside_place(self, spot: Spot) -> dict[tuple[int, int], Mention]:
        """Return "Homs province" for "Homs", and "Zahraa" for "al-Zahraa"."""
        out: dict[tuple[int, int], Mention] = {}
        after = self.doc[spot.last + 1] if spot.last + 1 < len(self.doc) else None
        if after is not None and after.lower_ in _UNITS:
            out.update(mention(self.doc, spot.start, after.idx + len(after.text)))
        head, hyphen, tail = spot.text.partition("-")
        if hyphen and head.lower() in {"al", "el", "as", "ar", "ad", "an", "az", "at"}:
            out.update(mention(self.doc, spot.end - len(tail), spot.end))
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
                    mention(self.doc, word.start, end, acts=True, kind="role")
                )
            elif side == "power" and head is not None:
                self._power(known, word, head)
                continue
            elif key in self.drafts or any(
                d.side == known.side for d in self.drafts.values()
            ):
                self._side(known)
            if key in self.drafts:
                nouns = self.doc[word.last].tag_ in {"NNPS", "NNS"}
                plural = nouns and word.text.endswith("s")
                self.drafts[key].mentions.update(
                    mention(self.doc, word.start, word.end, acts=plural)
                )

    def _power(self, known: Known, word: Word, head: int) -> None:
        """Take "the X government" for its state; beside an opposition, for a side."""
        end = self.doc[head].idx + len(self.doc[head].text)
        draft = self._side(known)
        if self._divided():
            text = text_of(self.doc)[word.start : end]
            key = ("power", known.side)
            draft = self.drafts.setdefault(
                key,
                Draft("party", text, country=known.country or None, side=known.side),
            )
            draft.mentions.update(mention(self.doc, word.start, end, acts=True))
            if look_up(word.text):
                draft.mentions.update(
                    mention(self.doc, word.start, word.end, acts=True)
                )
        else:
            draft.mentions.update(mention(self.doc, word.start, word.end))
            draft.mentions.update(
                mention(self.doc, word.start, end, acts=True, kind="role")
            )

    def _divided(self) -> bool:
        """True where the article speaks of an opposition to a government."""
        return any(t.lower_ in _AGAINST for t in self.doc)

    def _head_after(self, index: int) -> int | None:
        """Return the noun that an adjective belongs to, a side or power first."""
        for at in range(index + 1, min(index + 5, len(self.doc))):
            token = self.doc[at]
            if token.pos_ == "NOUN":
                after = self.doc[at + 1] if at + 1 < len(self.doc) else None
                if side_noun(self.doc, at) or after is None or after.pos_ != "NOUN":
                    return at
            elif token.pos_ not in {"ADJ", "VERB", "PROPN", "PUNCT"}:
                return None
        return None
