for statement in ("import no_such_module", "import os.no_such", "import json.no_such", "from os import no_such", "from no_such import x", "import no.such.deep",
                  "from json import no_such", "import math.pi", "from math import nothing", "from json.no import x"):
    try:
        exec(statement)
    except ImportError as e:
        print(statement, "->", type(e).__name__, e.name, e.name_from, str(e).split(" (")[0])
e = ImportError("text", name="n", path="p", name_from="f")
print(e.name, e.path, e.name_from, e.msg, e.args, repr(e))
for call in (lambda: ImportError("a", wrong=1), lambda: ImportError(1, 2, name=3).name, lambda: ModuleNotFoundError("m", name="x").name):
    try:
        print(call())
    except TypeError as e:
        print(e)
