"""Offsets and strings as a browser needs them."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from typing import Any

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_UNSAFE = re.compile("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff\ufeff]")
#: As in ``js/data.js``.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


class Offsets:
    """Character offsets of one text, as a browser counts them.

    Python counts code points; a browser counts UTF-16 units, where an emoji
    is two.

    >>> Offsets("a\U0001f54a b").unit(3)
    4
    """

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]

    def unit(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._astral, offset)


def visible(text: str) -> str:
    r"""Return a text with a sign for each character that nobody would see.

    >>> visible("stop\x07")
    'stop␇'
    """
    return _HIDDEN.sub(lambda match: _sign(match[0]), text)


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def script_json(value: Any) -> str:
    r"""Return JSON that can stand inside a ``<script>`` element.

    No ``<``, ``>`` or ``&`` stays in it, so nothing can close the element or open
    a comment; line separators, control characters and lone surrogates are escaped,
    so the file is valid UTF-8 whatever an article holds.

    >>> script_json({"title": "</script>"})
    '{"title":"\\u003c/script\\u003e"}'
    """
    plain = json.dumps(
        value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=str
    )
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)
