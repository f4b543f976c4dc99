"""The vocabularies that the graph is written in, one line a term with its meaning.

``vocabulary/parley.ttl`` defines every ``PL`` term in full; a test holds the two
together.
"""

from __future__ import annotations

from typing import Final

from rdflib import URIRef
from rdflib.namespace import (
    PROV,
    RDF,
    RDFS,
    SKOS,
    XSD,
    DefinedNamespace,
    Namespace,
)

from extract.records import EVENT_TYPES
from graph.naming import BASE

__all__ = [
    "CORRECTIONS_GRAPH",
    "EVENT_CLASSES",
    "GAF",
    "LOG_GRAPH",
    "NIF",
    "PL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "RELATIONS",
    "RESOLVED_GRAPH",
    "SCHEMA",
    "SEM",
    "SKOS",
    "TOPICS",
    "XSD",
]


class PL(DefinedNamespace):
    """Terms for negotiations: who proposed, claimed and reported what, and when."""

    _fail = True  # a misspelt term raises instead of warning
    _extras = ["from"]  # noqa: RUF012 (rdflib's own interface; "from" is a keyword)
    _NS = Namespace("https://w3id.org/parley/ns#")

    # things
    Article: URIRef  # a news article, as it was read
    Party: URIRef  # a side in the negotiation
    Event: URIRef  # something that happened, or was planned, supposed or denied
    Statement: URIRef  # one report, in one article, of something said
    SpeechAct: URIRef  # one utterance, with all its reports
    Proposal: URIRef  # one version of a proposal, offer, plan or draft
    Provision: URIRef  # one term of a proposal
    ClaimedDeviation: URIRef  # a claim that a later version departs from an earlier
    Link: URIRef  # a relation between two things, with the words that say so
    Position: URIRef  # where a side stands on a topic on a day
    Phase: URIRef  # a state of the negotiation, from a day on
    Quantity: URIRef  # a number in a provision, with its unit
    Judgement: URIRef  # why something across articles was taken to be so
    Correction: URIRef  # a reader's own judgement, which wins over what was read
    Reading: URIRef  # the activity of reading one article

    # kinds of events, one for each type that design names
    Talks: URIRef  # a round of negotiation
    Meeting: URIRef  # people meet, not as a round of talks
    Call: URIRef  # a telephone or video call
    Visit: URIRef  # somebody travels to see somebody
    StatementEvent: URIRef  # somebody makes a public statement
    ProposalEvent: URIRef  # somebody puts a proposal forward
    Agreement: URIRef  # sides agree
    Signing: URIRef  # a document is signed
    Pledge: URIRef  # a side promises something
    Rejection: URIRef  # a side turns something down
    Deviation: URIRef  # a side departs from what stood before
    Impasse: URIRef  # the negotiation is stuck
    Walkout: URIRef  # a side leaves the negotiation
    Ceasefire: URIRef  # fighting or a dispute's hostile acts pause
    Attack: URIRef  # force is used
    Mobilization: URIRef  # forces or members are called up
    Sanction: URIRef  # a penalty is imposed
    Referendum: URIRef  # a popular vote
    Vote: URIRef  # a vote of a body
    Deadline: URIRef  # a time limit set for something
    OtherEvent: URIRef  # any other event

    # articles and words
    file: URIRef  # Article -> name of the file it was read from
    publishedBasis: URIRef  # Article -> manifest, stated or inferred
    publishedReasons: URIRef  # Article -> the evidence for its date, a line each
    publishedCandidate: URIRef  # Article -> a day that contradictory evidence allows
    blockKind: URIRef  # words -> title, dateline, body or boilerplate

    # who
    role: URIRef  # person -> a description of the person, verbatim
    country: URIRef  # entity -> ISO 3166 alpha-2 code
    speaksFor: URIRef  # person or organisation -> the side it speaks for

    # when, and how sure
    timexValue: URIRef  # anything dated -> the value as read, TIMEX3 or a range
    datePrecision: URIRef  # Event -> day, range, month, year or unknown
    dateBasis: URIRef  # anything dated -> where its date comes from, in words
    confidence: URIRef  # Link, Event, Judgement -> how sure, 0 to 1
    rule: URIRef  # Link, Judgement -> the rule that made it
    mainLineRank: URIRef  # anything -> its place on the main line, from 1

    # events
    actorName: URIRef  # Event -> a participant's name that is no entity
    placeName: URIRef  # Event -> a place's name that is no entity
    placeBasis: URIRef  # Event -> where its places come from, in words
    modality: URIRef  # Event -> actual, planned, hypothetical or negated
    ordinal: URIRef  # Event -> 2 for a second round
    ploverClass: URIRef  # Event -> PLOVER class, as its code
    toldIn: URIRef  # Event -> a statement inside which it is told
    denied: URIRef  # Event -> true where a report stands against a denial

    # statements
    speaker: URIRef  # Statement, SpeechAct -> who is reported to have said it
    speakerName: URIRef  # Statement, SpeechAct -> the speaker's name as resolved
    content: URIRef  # Statement -> the words reported, without quotation marks
    kind: URIRef  # Statement -> direct, indirect or mixed
    act: URIRef  # Statement -> speech, belief or intention
    cueKind: URIRef  # Statement -> what the cue does: say, deny, accuse, ...
    saidOn: URIRef  # Statement, SpeechAct -> the day it was said
    reportedIn: URIRef  # Statement -> the article that reports it
    reportedVia: URIRef  # Statement -> who passed it on to the article
    reportedViaName: URIRef  # Statement -> that one's name
    reportingChain: URIRef  # Statement -> those names, nearest to the speaker first
    reports: URIRef  # Statement -> the speech act that it reports
    inside: URIRef  # Statement -> the statement whose content holds it
    source: URIRef  # Statement -> words that name the source
    cue: URIRef  # Statement -> words that signal the attribution
    sentence: URIRef  # Statement -> the sentences in which it stands
    origins: URIRef  # SpeechAct -> how many independent origins its reports have
    topic: URIRef  # anything -> a topic it concerns
    stance: URIRef  # Statement, Position -> supports, rejects, neutral or unclear

    # proposals
    proposer: URIRef  # Proposal -> who put it forward
    proposerName: URIRef  # Proposal -> the proposer's name as resolved
    addressee: URIRef  # Proposal -> whom it was put to
    addresseeName: URIRef  # Proposal -> the addressee's name
    proposedOn: URIRef  # Proposal -> the day it was put
    version: URIRef  # Proposal -> the article's words for the version
    putIn: URIRef  # Proposal -> the event of putting it
    hasProvision: URIRef  # Proposal -> a term of it
    mainTopic: URIRef  # Provision, ClaimedDeviation -> the topic it is filed under
    text: URIRef  # Provision, Position -> its words
    condition: URIRef  # Provision -> words that make it conditional
    hasQuantity: URIRef  # Provision -> a number in it

    # claimed deviations
    changeKind: URIRef  # ClaimedDeviation -> changed, omitted or added
    earlier: URIRef  # ClaimedDeviation -> the version departed from
    later: URIRef  # ClaimedDeviation -> the version that departs
    claimedBy: URIRef  # ClaimedDeviation -> who says so
    claimedByName: URIRef  # ClaimedDeviation -> that one's name
    claimedOn: URIRef  # ClaimedDeviation -> the day it was claimed
    claimedIn: URIRef  # ClaimedDeviation -> the statement that claims it
    claimEvent: URIRef  # ClaimedDeviation -> the event of departing
    oldWords: URIRef  # ClaimedDeviation -> words for the earlier version
    newWords: URIRef  # ClaimedDeviation -> words for the later version

    # relations between events, statements and proposals
    respondsTo: URIRef  # answers it
    about: URIRef  # concerns it
    partOf: URIRef  # belongs to it
    revisionOf: URIRef  # is a later version of it
    deviatesFrom: URIRef  # departs from it
    contradicts: URIRef  # cannot be so if the other is
    leadsTo: URIRef  # brings it about

    # links: "from" stands above, in _extras
    to: URIRef  # Link -> where it leads
    relation: URIRef  # Link -> the property that it states
    concerns: URIRef  # Link -> what a contradiction is about, in words

    # positions and phases
    side: URIRef  # Position -> the party or organisation that holds it
    holder: URIRef  # Position -> the person who voiced it
    heldOn: URIRef  # Position -> the day it was voiced
    outlets: URIRef  # Position -> how many articles report it
    phaseName: URIRef  # Phase -> proposed, countered, deadlocked, ...
    beganWith: URIRef  # Phase -> the event that began it
    explained: URIRef  # Phase -> true where the texts say why it began

    # judgements and corrections
    judged: URIRef  # Judgement -> what is judged
    detail: URIRef  # Judgement -> the reason in words
    target: URIRef  # Correction -> what it corrects
    correctionKind: URIRef  # Correction -> same, different, rename, date, ...
    correctedTo: URIRef  # Correction -> the value, or thing, the reader gives
    correctedOn: URIRef  # Correction -> the day it was made
    correctedBy: URIRef  # Correction -> who made it
    reason: URIRef  # Correction -> why, in the reader's words
    correctionLine: URIRef  # Correction -> its line in corrections.jsonl
    correctionRank: URIRef  # Correction -> its place among those in force, from 1


class SEM(DefinedNamespace):
    """The Simple Event Model, as far as it is used here."""

    _fail = True
    _NS = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")

    Event: URIRef  # something that happens
    Actor: URIRef  # who takes part
    Place: URIRef  # where it happens
    hasActor: URIRef  # Event -> Actor
    hasPlace: URIRef  # Event -> Place
    hasBeginTimeStamp: URIRef  # Event -> first day, xsd:date
    hasEndTimeStamp: URIRef  # Event -> last day, inclusive, xsd:date


class NIF(DefinedNamespace):
    """The NLP Interchange Format: text and words of it by offset."""

    _fail = True
    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")

    Context: URIRef  # a whole text
    OffsetBasedString: URIRef  # words of a text, named by their offsets
    Paragraph: URIRef  # a paragraph
    Title: URIRef  # a heading
    isString: URIRef  # Context -> the text
    beginIndex: URIRef  # first character, counted from 0
    endIndex: URIRef  # one past the last character
    anchorOf: URIRef  # the words
    referenceContext: URIRef  # words -> the text they stand in


class GAF(DefinedNamespace):
    """The Grounded Annotation Framework: things and the words that denote them."""

    _fail = True
    _NS = Namespace("http://groundedannotationframework.org/gaf#")

    denotedBy: URIRef  # thing -> words that denote it


class SCHEMA(DefinedNamespace):
    """Schema.org, as far as it is used here."""

    _fail = True
    _NS = Namespace("https://schema.org/")

    NewsArticle: URIRef  # an article
    NewsMediaOrganization: URIRef  # an outlet
    Person: URIRef  # a person
    Place: URIRef  # a place
    Organization: URIRef  # an organisation
    headline: URIRef  # article -> title
    publisher: URIRef  # article -> outlet
    url: URIRef  # article -> address, xsd:anyURI
    datePublished: URIRef  # article -> day
    identifier: URIRef  # article -> digest of its text
    gender: URIRef  # person -> f or m
    value: URIRef  # quantity -> number
    unitText: URIRef  # quantity -> unit
    sameAs: URIRef  # entity -> the same thing elsewhere
    softwareVersion: URIRef  # software -> version


#: Named graphs that are not an article's.
RESOLVED_GRAPH: Final = f"{BASE}graph/resolved"
CORRECTIONS_GRAPH: Final = f"{BASE}graph/corrections"
LOG_GRAPH: Final = f"{BASE}graph/log"

#: The concept scheme of topics.
TOPICS: Final = f"{BASE}topics"

_NAMED_APART = {
    "statement": "StatementEvent",
    "proposal": "ProposalEvent",
    "other": "OtherEvent",
}

#: The class of each event type; three types share a name with something else.
EVENT_CLASSES: Final[dict[str, URIRef]] = {
    kind: PL[_NAMED_APART.get(kind, kind.capitalize())] for kind in EVENT_TYPES
}

#: The property of each relation that ``Link.relation`` may name.
RELATIONS: Final[dict[str, URIRef]] = {
    name: PL[name]
    for name in (
        "respondsTo",
        "about",
        "partOf",
        "revisionOf",
        "deviatesFrom",
        "contradicts",
        "leadsTo",
    )
}

#: Prefixes of written files, and predeclared in every query.
PREFIXES: Final[dict[str, str]] = {
    "gaf": str(GAF._NS),
    "nif": str(NIF._NS),
    "pl": str(PL._NS),
    "prov": str(PROV._NS),
    "rdf": str(RDF._NS),
    "rdfs": str(RDFS._NS),
    "schema": str(SCHEMA._NS),
    "sem": str(SEM._NS),
    "skos": str(SKOS._NS),
    "xsd": str(XSD._NS),
    "graph": f"{BASE}graph/",
    "topic": f"{BASE}topic/",
    "person": f"{BASE}person/",
    "place": f"{BASE}place/",
    "organization": f"{BASE}organization/",
    "party": f"{BASE}party/",
    "event": f"{BASE}event/",
    "statement": f"{BASE}statement/",
    "proposal": f"{BASE}proposal/",
}
