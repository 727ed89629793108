import os
import pyclbr
import sys

os.mkdir("pack")
with open("first.py", "w") as file:
    file.write('''import other.thing
import nothing_there
from pack.inner import Deep as Renamed, absent
from pack import *


class Base:
    field = 1

    def method(self):
        def local():
            pass

    async def later(self):
        class Hidden:
            pass

    @property
    def value(self):
        return 1


@decorated
class Sub(Base, Renamed, other.thing.Unknown, metaclass=type):
    def method(self): pass


def function(a, b):
    return a
if True:
    def conditional(): pass
    class Conditional(list): pass
''')
with open("pack/__init__.py", "w") as file:
    file.write("from .inner import Deep\nclass Own: pass\n")
with open("pack/inner.py", "w") as file:
    file.write("class Deep:\n    def low(self): pass\ndef helper(): pass\n")
with open("broken.py", "w") as file:
    file.write("class :")


def show(item, depth=0):
    pad = "  " * depth
    if isinstance(item, pyclbr.Class):
        bases = [getattr(base, "name", base) for base in item.super]
        print(pad, "class", item.name, bases, item.methods, item.module, item.lineno, item.end_lineno,
              item.parent and item.parent.name)
    elif isinstance(item, pyclbr.Function):
        print(pad, "def", item.name, item.is_async, item.module, item.lineno, item.end_lineno,
              item.parent and item.parent.name)
    for child in item.children.values():
        show(child, depth + 1)


tree = pyclbr.readmodule_ex("first", [os.getcwd()])
for name, item in tree.items():
    print(name)
    show(item)
print(sorted(pyclbr.readmodule("first")), os.path.basename(tree["Base"].file))
print({name: type(item).__name__ for name, item in pyclbr.readmodule_ex("pack", [os.getcwd()]).items()})
print(sorted(pyclbr.readmodule_ex("pack.inner", [os.getcwd()])))
for name in ("nothing_there", "pack.nothing", "first.sub", "broken"):
    try:
        print(pyclbr.readmodule(name, [os.getcwd()]))
    except (ImportError, SyntaxError) as error:
        print(type(error).__name__, str(error).replace(os.getcwd(), "DIR"))
print(pyclbr.readmodule_ex("sys"))
made = pyclbr.Class("m", "C", None, "f", 1)
method = pyclbr.Function("m", "f", "f", 2, made)
print(made.super, made.methods, made.children == {"f": method}, method.parent is made, method.is_async)
