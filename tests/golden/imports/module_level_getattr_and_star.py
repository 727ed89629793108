import sys
import types

module = types.ModuleType("invented")
exec(
    '''
__all__ = ["shown", "lazy"]
shown, hidden, _private = 1, 2, 3

def __getattr__(name):
    if name == "lazy":
        return "made on demand"
    raise AttributeError(f"no {name} here")

def __dir__():
    return ["lazy", "shown"]
''',
    module.__dict__,
)
sys.modules["invented"] = module
space = {}
exec("from invented import *", space)
print(sorted(name for name in space if not name.startswith("__")), space["lazy"], dir(module))
from invented import hidden, lazy as renamed

print(hidden, renamed)
for source in ("from invented import nothing", "import invented.sub", "from invented import (shown, absent)", "import invented as i; i.absent", "from . import x", "from .. import x", "import sys.nope", "from sys import path as p, nope", "import 5", "from invented import *, x", "def f():\n from sys import *"):
    try:
        exec(source, {"__name__": "__main__"})
    except Exception as error:
        print(source, "|", type(error).__name__, str(error).replace(" (unknown location)", ""))
module.__all__ = ["missing"]
try:
    exec("from invented import *", {})
except AttributeError as error:
    print(error)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)
