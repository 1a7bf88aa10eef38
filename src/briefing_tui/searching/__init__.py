"""Queries: one language for the search box, filters, saved searches, the command line and exports."""
