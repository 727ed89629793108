# Examples in docstrings: what passes, what fails and how it is told, options and exceptions.
import doctest
import io
import contextlib


def half(number):
    """Half of a number.

    >>> half(4)
    2.0
    >>> half("x")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for /: 'str' and 'int'
    >>> for k in range(2):
    ...     print(half(k))
    0.0
    0.5
    >>> list(range(20))  # doctest: +ELLIPSIS, +NORMALIZE_WHITESPACE
    [0,   1, ..., 19]
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    """
    return number / 2


def wrong():
    """
    >>> 1 + 1
    3
    >>> half(1 / 0)
    0
    >>> print("skipped")  # doctest: +SKIP
    nothing
    """


finder, stream = doctest.DocTestFinder(), io.StringIO()
runner = doctest.DocTestRunner(verbose=False)
for function in half, wrong:
    for test in finder.find(function, function.__name__, globs={"half": half}):
        print(test.name, len(test.examples), runner.run(test, out=stream.write))
lines = stream.getvalue().splitlines()
print(*(line for line in lines if line.startswith(("Failed", "Expected", "Got", "Exception", "Zero"))), sep="\n")
with contextlib.redirect_stdout(io.StringIO()) as told:
    print(runner.summarize())
print(told.getvalue().splitlines()[-1], runner.tries, runner.failures)
parser = doctest.DocTestParser()
print([(example.source, example.want, example.lineno,
    example.exc_msg) for example in parser.get_examples(">>> 1\n1\n\n  >>> x\n  y\n")])
try:
    parser.get_examples(">>>1\n")
except ValueError as error:
    print(error)
print(doctest.OutputChecker().check_output("a...c\n", "abc\n", doctest.ELLIPSIS))
