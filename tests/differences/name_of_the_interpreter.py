# difference: The interpreter gives its own name
# cause: gilly is not CPython, and says so where programs ask; `sys.version_info` is that of the language.
# workaround: Compare `sys.version_info` for features of the language, `sys.implementation.name` for the interpreter's own.
import sys

print(sys.implementation.name, sys.implementation.cache_tag, sys.version_info[:2])
