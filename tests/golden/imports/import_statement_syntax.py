"""Forms of import and from that are refused, and why."""
sources = """import a
import a.b.c
import a as b
import a.b as c
import a as b.c
import a, b as c, d
import
import a,
import (a)
import (a, b)
import *
import a b
import 1
import a.
import .a
import a as
import a as 1
import a.b as c.d
from a import b
from a import (b)
from a import (b, c,)
from a import b, c,
from a import ()
from a import
from a import *
from a import (*)
from a import *, b
from a import b as c, d as e
from a import b.c
from a import b as c.d
from a import 1
from a import b as 1
from . import a
from .. import a
from ... import a
from .... a import b
from .a.b import c
from . a import b
from a.b import c
from a . b import c
from import a
from a
from a imp b
from a import b c
from a import (b c)
from a import (b
from a import b as None
import a as None
from a import None
import None
from __future__ import annotations
from __future__ import nope
from __future__ import braces
from __future__ import *
from __future__ import (annotations, division)
x = 1; from __future__ import annotations
'doc'; from __future__ import annotations
def f(): from a import *
class C: from a import *
if 1: from a import *
def f(): import a
from a import b; from __future__ import division
import a as __debug__
from a import __debug__
from a import b as match
from a.match import case
from if import a
from a import if
import_ = 1
from .match import type""".split("\n")
for source in sources:
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
