"""Taizhang (台账): keeps each promise of a government plan from its sentence to the evidence that it was kept."""

__version__ = "0.1.0"
