"""Differences (稿次对照): two versions of a plan side by side, as a person reads them."""
