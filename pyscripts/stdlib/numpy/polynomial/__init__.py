"""Polynomials, the lowest power first."""

from . import polynomial
from .polynomial import Polynomial

__all__ = ["Polynomial", "polynomial"]
