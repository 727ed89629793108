"""A runner may collect what it reports in a list, which is empty at first; its own frame begins each traceback."""

import doctest
import io
import traceback


class Runner(doctest.DocTestRunner):
    def report_failure(self, out, test, example, got):
        out.append(("failed", example.want, got))

    def report_unexpected_exception(self, out, test, example, exc_info):
        names = [frame.name for frame in traceback.extract_tb(exc_info[2])]
        out.append((repr(exc_info[1]), names))


TEXT = """
>>> def fail():
...     raise ValueError("no")
>>> fail()
>>> 1 + 1
3
"""
test = doctest.DocTestParser().get_doctest(TEXT, {}, "texts", None, 0)
found = []
print(Runner(verbose=False).run(test, out=found))
for item in found:
    print(item)


class Endless:
    """
    >>> 2
    2
    """

    def __call__(self):
        pass


endless = Endless()
endless.__wrapped__ = endless
module = type(doctest)("module")
module.endless, module.Endless = endless, Endless
print([test.name for test in doctest.DocTestFinder().find(module, module=False)])
