"""A paragraph that makes a made-up text one about talks."""

from __future__ import annotations

#: It states no term itself.
TALKS = (
    "Talks between the ferry union and the harbour company resumed on Monday with"
    " the help of a mediator. The negotiators had met twice in May.\n\n"
)
