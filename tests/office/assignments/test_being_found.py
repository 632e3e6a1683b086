"""A commitment is found by the units that answer for it, and no longer by those that do not."""

from dataclasses import replace

from taizhang.office.assignments.models import Assignment
from taizhang.office.assignments.selectors.held_terms import terms_of, with_terms
from taizhang.office.assignments.services import drafting
from taizhang.office.assignments.terms import Revised
from taizhang.office.commitments.selectors.search import search


def found(words, person):
    return {hit.commitment_id for hit in search(words, person.grant("commitments.view"))}


def test_a_commitment_is_found_by_its_lead(retail, drafted, clerk):
    assert retail.id in found("商务局 零售", clerk)


def test_a_commitment_is_not_found_by_whom_it_was_taken_from(retail, drafted, clerk, names, units):
    held = with_terms(Assignment.objects.filter(commitment=retail)).get()
    other = next(each for short, each in names.items() if "商务" not in short)
    terms = replace(terms_of(held), lead=other, supports=())
    drafting.draft(commitment_id=retail.id, revised=Revised(terms, held.revision), by=clerk, units=units)
    assert retail.id not in found("商务局 零售", clerk)
    assert retail.id in found(f"{units.name(other)} 零售", clerk)


def test_a_commitment_is_found_by_its_leader(retail, drafted, clerk, units):
    held = with_terms(Assignment.objects.filter(commitment=retail)).get()
    terms = replace(terms_of(held), leader="王某某")
    drafting.draft(commitment_id=retail.id, revised=Revised(terms, held.revision), by=clerk, units=units)
    assert found("王某某", clerk) == {retail.id}
