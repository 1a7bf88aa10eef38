"""Packages of aid and the things in them."""
