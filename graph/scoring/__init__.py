"""Score what Parley extracts against annotations by hand.

Times are counted as TempEval-3 counts them, statements as PARC and PolNeAR do, a
whole negotiation by its people, statements, events, proposals and deviations.
"""

from __future__ import annotations

from graph.scoring.corpus import score_corpus
from graph.scoring.statements import score_statements
from graph.scoring.times import score_times

__all__ = ["score_corpus", "score_statements", "score_times"]
