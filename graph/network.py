"""The event graph: a ``networkx.MultiDiGraph`` of what happened and who said what.

Node keys are IRIs. Every node has ``kind`` (event, statement, proposal, deviation,
person, party, organization, place), ``type`` (an event's type, else the kind),
``label``, ``begin`` and ``last`` (ISO strings or ``None``), ``precision``,
``basis``, ``modality``, ``participants``, ``places``, ``topics`` (lists of names),
``outlets`` (list), ``speaker``, ``text`` (a statement's content) and ``evidence``: a list of
``{"file", "start", "end", "text", "article", "outlet", "published", "speaker"}``.
Edge keys are relations (respondsTo, about, partOf, revisionOf, deviatesFrom,
contradicts, leadsTo, speaker, hasActor, proposer, hasPlace); every edge has
``relation``, ``label``, ``rule``, ``confidence`` and ``evidence``.
``network.graph`` holds ``articles`` (list of dicts with id, file, title, publisher,
url, published, published_basis, text), ``main_line`` (list of node IRIs), and the
rows of the contract under ``timeline``, ``statements``, ``proposals``,
``deviations``, ``positions``, ``contradictions``, ``phases``, ``entities``.
"""
