"""Packages for work that overlaps."""
