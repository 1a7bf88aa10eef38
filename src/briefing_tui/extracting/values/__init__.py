"""Amounts of money, counts and measures, dates: what a sentence states in numbers."""
