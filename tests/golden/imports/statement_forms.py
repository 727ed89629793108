import collections.abc
print(collections.__name__, collections.abc.__name__)
import collections.abc as shorter
print(shorter.__name__)
from collections import abc, OrderedDict as Ordered
print(abc is shorter, Ordered.__name__)
from os import (path,
                sep,)
print(sep)
import math, sys as system, json.decoder
print(math.pi > 3, system.__name__, json.decoder.__name__)
for source in ("import", "import a.b as c.d", "from a import", "from a import (", "from a import b,", "from a import (b,)", "from a import *, b", "from . import *\n", "import a.", "from import b",
               "import a as", "from a import b as c.d", "from a import (*)", "def f():\n from os import *", "class A:\n from os import *", "import *", "from .a.b import c", "from ... import d", "import .a",
               "from a import ()", "import a, ", "from a import b c", "import a b", "from __future__ import nothing", "from __future__ import braces", "x = 1\nfrom __future__ import annotations"):
    try:
        compile(source, "<text>", "exec")
        print("fine:", repr(source))
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
