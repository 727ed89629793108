"""A module for `-m`."""
import sys

print("hello", *sys.argv[1:], __name__)
