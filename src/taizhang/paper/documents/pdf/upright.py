"""Upright sheet (正放的版面): a page turned so that its words run from left to right, whatever way it was printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upright:
    """Upright sheet (正放的版面): maps the page's own coordinates to distances from the upper left corner.

    Attributes:
        quarters: quarter turns, counterclockwise, by which the words are turned on the page: 0–3.
        left, bottom, right, top: the page's box in its own coordinates, which grow rightwards and upwards.
    """

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width of the sheet as held upright."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the sheet as held upright."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Distances of a point from the left and the upper edge."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x
