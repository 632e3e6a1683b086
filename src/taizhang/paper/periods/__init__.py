"""Periods (时期): what stretch of time a number is about."""
