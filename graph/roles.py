"""Which part a common noun gives a side: workers, employers, the state, rebels."""

from __future__ import annotations

import re
from typing import Final

#: Words that name a part in a dispute, in the singular.
_PARTS: Final = {
    "labour": "union workers worker striker staff employee crew labour labor "
    "workforce federation driver teacher nurse doctor miner docker pilot guard "
    "engineer farmer trade-union",
    "employer": "management employer company owner firm operator carmaker airline "
    "board manufacturer shipowner corporation enterprise bosses",
    "state": "government ministry authority authorities administration regime cabinet "
    "state",
    "rebels": "rebel opposition insurgent militant guerrilla separatist dissident",
    "court": "court judge tribunal bench",
    "legislature": "parliament assembly senate legislature lawmaker legislator "
    "deputies mps parliamentarian senator",
    "force": "police army military troops soldier officer gendarmerie",
}
_PART_OF: Final = {
    word: part for part, words in _PARTS.items() for word in words.split()
}
_WORD: Final = re.compile(r"[a-z]+")


def part(side: str) -> str:
    """Return the part that the last telling word of a side's key gives it, or ``""``.

    >>> part("train-drivers"), part("seafarers-union"), part("norlink-ferries")
    ('labour', 'labour', '')
    >>> part("lawmakers"), part("national-assembly"), part("judges")
    ('legislature', 'legislature', 'court')
    """
    for word in reversed(_WORD.findall(side)):
        for form in (word, word.removesuffix("s")):
            if form in _PART_OF:
                return _PART_OF[form]
    return ""
