"""A proposal that is told by its terms alone."""

from extract.link_mentions import revisions
from extract.proposals import begins
from extract.records import Proposal, Provision, Quoted

TERM = Provision(quoted=Quoted(start=7, end=11, text="rest"), topic="rest")


def proposal(number, **known):
    return Proposal(id=f"p{number}", label="Draft", proposer=None, **known)


def test_it_begins_where_its_first_term_does():
    named = proposal(1, mentions=(Quoted(start=3, end=5, text="it"),), provisions=())
    told = proposal(2, mentions=(), provisions=(TERM,))

    assert (begins(named), begins(told)) == (3, 7)


def test_no_words_of_it_say_that_it_revises_another():
    first = proposal(1, mentions=(), provisions=(TERM,))
    second = proposal(2, mentions=(), provisions=(TERM,), revises="p1")

    assert revisions((first, second)) == []
