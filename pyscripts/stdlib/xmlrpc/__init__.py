"""Calls of functions on other machines: their names and arguments travel as XML over HTTP."""
