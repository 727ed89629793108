"""Generators of random numbers: those of numpy for the same seed (normal and exponential ones to some 14 digits)."""

from matrix import Generator, default_rng
