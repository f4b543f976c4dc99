"""What a parsed document adds to the words: tags, heads, entities; all optional."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Tags:
    """Looks up the token at a character, and what is known of it.

    Every answer is empty where the document was not tagged or parsed, so that
    the finders work on words alone.
    """

    def __init__(self, doc: Doc | None) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc] if doc is not None else []
        self.tagged = doc is not None and doc.has_annotation("TAG")
        self.parsed = doc is not None and self.tagged and doc.has_annotation("DEP")

    def token(self, char: int) -> Token | None:
        """Return the token that covers the character."""
        if self.doc is None or not self._starts:
            return None
        return self.doc[max(bisect_right(self._starts, char) - 1, 0)]

    def tag(self, char: int) -> str:
        """Return the Penn tag at the character, empty where unknown."""
        if not self.tagged:
            return ""
        token = self.token(char)
        return token.tag_ if token is not None else ""

    def in_relative_clause(self, char: int) -> bool:
        """Tell whether the word at the character stands in a relative clause."""
        token = self.token(char) if self.parsed else None
        for _ in range(6):
            if token is None or token.head.i == token.i:
                return False
            if token.dep_ == "acl:relcl":
                return True
            if token.dep_ == "acl" and token.tag_ == "VBN":
                return True  # "an accord struck with them two weeks ago"
            token = token.head
        return False

    def entity(self, char: int) -> tuple[str, int, int] | None:
        """Return label, first and last character of the entity at the character."""
        token = self.token(char)
        if token is None or not token.ent_type or self.doc is None:
            return None
        first = last = token.i
        while first > 0 and self.doc[first].ent_iob_ == "I":
            first -= 1
        while last + 1 < len(self.doc) and self.doc[last + 1].ent_iob_ == "I":
            last += 1
        end = self.doc[last]
        return token.ent_type_, self.doc[first].idx, end.idx + len(end)
