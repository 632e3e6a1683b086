"""Quarters (分季建议): a target spread over the four quarters, cumulatively, to the digits it was printed with."""

from decimal import ROUND_HALF_UP, Decimal

from taizhang.office.assignments.terms import QUARTERS, StepTerms


def even_steps(value: Decimal, year: int) -> tuple[StepTerms, ...]:
    """A quarter of the year's amount more by the end of each; the last is the target itself."""
    exponent = value.as_tuple().exponent
    digits = Decimal(1).scaleb(min(int(exponent), 0))
    return tuple(
        StepTerms(f"{year}-Q{quarter}", value=(value * quarter / 4).quantize(digits, ROUND_HALF_UP))
        for quarter in QUARTERS
    )


def level_steps(value: Decimal, year: int) -> tuple[StepTerms, ...]:
    """The same figure at the end of each: rates are never divided by quarters."""
    return tuple(StepTerms(f"{year}-Q{quarter}", value=value) for quarter in QUARTERS)


def last_step(value: Decimal, year: int) -> tuple[StepTerms, ...]:
    """Only what must stand at the end of the year."""
    return (StepTerms(f"{year}-Q4", value=value),)
