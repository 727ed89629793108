"""Examples.

>>> 1 + 1
2
"""
import doctest
import sys


def double(x):
    """Double it.

    >>> double(2)
    4
    >>> double("ab")
    'abab'
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(20))  # doctest: +ELLIPSIS
    [0, 1, ..., 18, 19]
    >>> print("a   b")  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> 1 / 0  # doctest: +SKIP
    """
    return x * 2


def wrong():
    """
    >>> 1 + 1
    3
    >>> print("x")
    >>> None
    5
    >>> undefined_name  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    NameError: whatever
    """


class Thing:
    """A thing.

    >>> Thing().value
    7
    """

    @property
    def value(self):
        """
        >>> Thing().value + 1
        8
        """
        return 7

    def nothing(self):
        """No examples."""


sys.modules["__main__"].__file__ = "doctest_module.py"
print(doctest.testmod(verbose=False))
print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_NDIFF))
doctest.run_docstring_examples(wrong, globals())
print(doctest.OutputChecker().check_output("a...z\n", "abcz\n", doctest.ELLIPSIS))
print([(e.source, e.want) for e in doctest.DocTestParser().get_examples(">>> x = 1\n>>> x\n1\n")])
