"""Classes of the library that may be subscripted for type checkers, and the metaclass of plain Python."""
import logging
import mailbox
import unittest.case
from _py_abc import ABCMeta, get_cache_token

for alias in (logging.StreamHandler[str], logging.LoggerAdapter[logging.Logger], mailbox.Mailbox[bytes],
              mailbox._PartialFile[int]):
    print(type(alias).__name__, alias.__origin__.__name__, alias.__args__)
print(isinstance(logging.StreamHandler[str](), logging.Handler))

context = unittest.TestCase().assertRaises(KeyError)
print(isinstance(context, unittest.case._AssertRaisesContext), unittest.case._AssertRaisesContext[KeyError].__args__)


class Shape(metaclass=ABCMeta):
    pass


before = get_cache_token()
Shape.register(int)
print(isinstance(3, Shape), isinstance("", Shape), get_cache_token() != before)
