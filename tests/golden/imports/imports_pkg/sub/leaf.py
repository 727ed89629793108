from .. import value
from ..tools import helper

name = f"leaf {value} {helper()}"
