"""Decomposition (目标分解): an approved target divided among towns, departments or parks, quarter by quarter."""
