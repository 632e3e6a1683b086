"""Indicators (指标): the catalogue of official names, aliases, units and kinds, as data."""
