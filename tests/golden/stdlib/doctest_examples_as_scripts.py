"""Examples in docstrings as scripts."""

import doctest
import sys

print(doctest.script_from_examples("""
       Set up.

           >>> x = 1
           >>> for i in range(2):
           ...     print(i)
           0
           1

       Text & more
           >>> x
           1
           >>> raise ValueError("a")
           Traceback (most recent call last):
           ValueError: a

       end
"""))


class Thing:
    """A thing.

    >>> Thing().size
    3
    """

    size = 3


print(doctest.testsource(sys.modules["__main__"], "__main__.Thing"))
try:
    doctest.testsource("__main__", "__main__.nothing")
except (ValueError, TypeError) as error:
    print(type(error).__name__)
print(doctest.set_unittest_reportflags(doctest.REPORT_NDIFF), doctest.set_unittest_reportflags(0) == doctest.REPORT_NDIFF)
try:
    doctest.set_unittest_reportflags(doctest.ELLIPSIS)
except ValueError as error:
    print(error)
