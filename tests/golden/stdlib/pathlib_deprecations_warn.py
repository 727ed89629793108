# What is on its way out warns.
import warnings
from pathlib import PurePath

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    PurePath("a/b").is_reserved()
    print(PurePath("a/b/c").relative_to("a", "b"))
    PurePath("a/b").is_relative_to("a", "b")
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
