"""Words that say the same thing in reports of a negotiation.

Hand-made: ordinary English words for how a negotiation stands and what is done in
it, grouped so that two tellings of one thing meet ("the talks stalled" and "deadlock at
the conference"). Words of two parts are joined by an underscore.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(text.split())


_CLASSES: Final = {
    "progress": "progress breakthrough advance headway advancement "
    "rapprochement improvement move_forward step_forward",
    "negotiation": "negotiation talks talk dialogue conversation contact process "
    "negotiate renegotiation round conference parley",
    "discuss": "discuss discussion debate consult consultation",
    "long": "long lengthy prolonged protracted extended lasting long-term drawn-out",
    "explain": "explain explanation comment debrief detail clarify clarification "
    "elaborate information briefing",
    "more": "more additional further extra",
    "study": "study consider examine review analyse analyze assess consideration "
    "look_into look_at",
    "inform": "inform report notify tell brief relay convey",
    "exclude": "exclude exclusion preclude rule_out impossible unthinkable "
    "inconceivable unacceptable non-negotiable",
    "proposal": "proposal offer draft initiative plan suggestion propose suggest",
    "agreement": "agreement deal accord treaty pact settlement compromise arrangement "
    "memorandum contract",
    "attack": "attack strike shelling bombardment bombing offensive assault airstrike "
    "raid shell bomb missile invasion incursion war",
    "blast": "blast explosion explode detonate bomb bombing detonation",
    "reduce": "reduce scale_down reduction lower cut decrease curb limit deescalate "
    "de-escalate scale_back de-escalation lessen ease",
    "stop": "stop halt end cease suspend freeze pause discontinue suspension "
    "cessation call_off",
    "deadlock": "deadlock impasse stalemate standstill stall stuck dead_end gridlock "
    "call_off called_off collapse break_down broke_down broken_down breakdown failure",
    "renege": "renege go_back went_back gone_back backtrack retract withdraw_from "
    "depart deviate deviation violate breach",
    "leave": "leave left walk_out quit abandon walkout pull_out withdraw withdrawal "
    "leave_table stage_walkout storm_out stormed_out stalk_out march_out get_up "
    "pack_bag packed_up pack_up quit_talk",
    "start": "start begin began begun launch open resume commence",
    "support": "support back endorse welcome approve favour favor backing endorsement",
    "reject": "reject refuse decline dismiss turn_down rejection refusal",
    "status": "status standing future fate sovereignty",
    "region": "region territory area land province",
    "troops": "troop soldier force army military",
    "weapons": "weapon arms missile ammunition",
    "guarantee": "guarantee assurance security_guarantee",
    "truce": "truce ceasefire cease-fire armistice cessation",
    "vote": "vote ballot poll referendum plebiscite balloting",
    "wage": "wage pay salary",
    "strike": "strike walkout stoppage industrial_action work_stoppage stop_work "
    "down_tool strike_action",
    "tariff": "tariff duty levy customs",
    "meeting": "meeting summit meet gathering session sitting encounter",
    "condition": "condition prerequisite precondition requirement",
    "hope": "hope expect expectation",
    "join": "join accession accede entry membership",
    "release": "release free exchange swap liberate",
    "prisoner": "prisoner captive detainee hostage",
    "postpone": "postpone postponement put_off delay defer adjourn adjournment "
    "reschedule",
    "extend": "extend extension prolong prolongation renew renewal roll_over",
    "threaten": "threaten threat warn warning ultimatum",
    "accuse": "accuse accusation blame allege allegation",
    "submit": "submit submission put_forward lodge circulate unveil",
    "raise": "raise increase hike rise",
    "cut_off": "close closure shut shutdown cut_off shut_off turn_off block blockade "
    "ban bar embargo",
}

#: Word or pair of words, as written -> the classes it belongs to, sorted.
CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    word: tuple(sorted(name for name, ws in _CLASSES.items() if word in ws.split()))
    for words in _CLASSES.values()
    for word in words.split()
}

#: Classes that nearly every report of a negotiation has; they weigh little.
COMMON: Final = frozenset({"negotiation", "proposal", "agreement", "meeting", "start"})

#: Words that turn a claim into its opposite.
NEGATIONS: Final = _words(
    "no not n't cannot never neither nor without nobody nothing none hardly lack lacks "
    "lacking fail fails failed refuse refused refuses deny denied unable"
)

#: Words that carry no content of their own.
STOP: Final = _words(
    "a an the this that these those there here it its he she they them his her their "
    "we our us i you your my me who whom whose which what where when how why and or "
    "but if then than so as at by for from in into of on off onto out over under up "
    "down to with within about after before during between among against through "
    "be is are was were been being am do does did done have has had having will would "
    "shall should can could may might must ought also just very quite rather only "
    "even still yet already again any some all each every both either such same other "
    "another own too s t d ll re ve m not no nor n't cannot "
    "said say says saying state states stated told tell added add noted note "
    "stressed explained according accordance regarding however moreover while although "
    "though because since until "
    "one two mr mrs ms anything anyone something going get got go being see seen "
    "today yesterday tomorrow now later monday tuesday wednesday thursday friday "
    "saturday sunday january february march april june july august september october "
    "november december day week month year last next"
)
