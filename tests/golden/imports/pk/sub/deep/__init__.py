from ... import __name__ as up
from .. import value
