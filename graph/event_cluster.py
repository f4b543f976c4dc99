"""Tellings of one event, gathered: what days they allow together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from graph.days import Days
from graph.lasting import spanned
from graph.telling import Telling

#: Days that a vague date has at most to count as a week.
WEEK: Final = 8


@dataclass(eq=False, slots=True)
class Cluster:
    """Tellings of one event, with why each joined.

    ``named`` are tellings of something else whose words name it: how talks failed.
    """

    tellings: list[Telling]
    reasons: list[tuple[Telling, float, str]] = field(default_factory=list)
    named: list[Telling] = field(default_factory=list)

    @property
    def days(self) -> Days | None:
        """Return the days that all dated tellings allow.

        Of what goes on for days and is told by its ends those from one to the other.
        """
        dated = [(t.days, t.end) for t in self._sure if t.told is None and t.days]
        sure = _common(days for days, _ in dated) or spanned(dated)
        late = [t for t in self.tellings if t.told is not None]
        if sure is None:
            told = _common(t.told for t in late)
            first = min((t.told for t in late if t.told), default=None)
            open_days = _common(t.days for t in late)
            wide = open_days is not None and open_days.length > WEEK
            return told or (first if wide else open_days)
        for telling in late:
            ends = telling.end == "ended" and telling.told
            if ends and ends.begin > sure.last:
                sure = Days(sure.begin, ends.last)
            else:
                sure = (sure.meet(telling.days) if telling.days else None) or sure
        return Days(sure.begin, max([sure.last, *self._reached]))

    @property
    def _sure(self) -> list[Telling]:
        """Return the tellings, without plans for days on which it was not done."""
        done = [t.days for t in self.tellings if t.days and t.modality == "actual"]
        return [
            t
            for t in self.tellings
            if t.modality == "actual"
            or t.days is None
            or not done
            or any(t.days.meet(when) for when in done)
        ]

    @property
    def _reached(self) -> list[date]:
        """Return the days that it is told to have reached: its eleventh, on 12 May."""
        return [t.reached for t in self.tellings if t.reached is not None]

    @property
    def place_in_line(self) -> tuple[str, str, str, int, str]:
        """Return what clusters are sorted by."""
        return min(telling.place_in_line for telling in self.tellings)


def _common(stretches: Iterable[Days | None]) -> Days | None:
    """Return the days that all known stretches have."""
    common: Days | None = None
    for stretch in stretches:
        if stretch is not None:
            common = common.meet(stretch) if common else stretch
            if common is None:
                return None
    return common
