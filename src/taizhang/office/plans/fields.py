"""Fields (字段): a decimal kept as it was printed."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    TextColumn = models.TextField[Any, Any]
else:
    TextColumn = models.TextField


class PrintedDecimalField(TextColumn):
    """Printed decimal (原样小数): a ``Decimal`` with the digits that were printed.

    5.50 and 5.5 are equal but promise different precision, and SQLite would turn either into a binary float: so the
    digits are kept as text.
    """

    def from_db_value(self, value: str | None, *_: object) -> Decimal | None:
        """Text to number."""
        return None if value is None else Decimal(value)

    def to_python(self, value: object) -> Decimal | None:
        """Anything that can be one to a number."""
        return None if value in (None, "") else Decimal(str(value))

    def get_prep_value(self, value: object) -> str | None:
        """Number to text, without an exponent."""
        return None if value is None else f"{Decimal(str(value)):f}"
