# Where compiled files go, and sources decoded as they say.
import importlib.util
import sys

tag = sys.implementation.cache_tag
for path in "a/b.py", "c.py", "d/e":
    print(importlib.util.cache_from_source(path).replace(tag, "TAG"))
print(importlib.util.cache_from_source("a.py", optimization=2).replace(tag, "TAG"))
print(importlib.util.source_from_cache(importlib.util.cache_from_source("a/b.py")))
print(repr(importlib.util.decode_source(b"# -*- coding: latin-1 -*-\r\nx='\xe9'\r\n")),
    len(importlib.util.source_hash(b"x")))
for attempt in [lambda: importlib.util.source_from_cache("a/b.pyc"),
    lambda: importlib.util.source_from_cache("__pycache__/a.pyc"),
                lambda: importlib.util.cache_from_source("a.py", optimization="a-b")]:
    try:
        attempt()
    except ValueError as error:
        print(error)
