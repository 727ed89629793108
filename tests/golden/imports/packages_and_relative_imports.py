"""Relative imports by level, __all__, star imports, submodules as attributes, __path__ and __package__."""
import os
import sys

os.makedirs("pk/sub/deep")
sys.path.insert(0, os.getcwd())


def write(path, text=""):
    with open(path, "w") as file:
        file.write(text)


write("pk/__init__.py", "from . import first\nfrom .sub import value as imported\n__all__ = ['first', 'listed', 'lazy']\nlisted = 1\nhidden = 2\n_private = 3\ndef __getattr__(name):\n    if name == 'lazy': return 'made lazily'\n    raise AttributeError(f'no {name} here')\n")
write("pk/first.py", "from . import sub\nname = __name__, __package__\nfrom .sub.deep import up\n")
write("pk/sub/__init__.py", "value = 'sub value'\n")
write("pk/sub/deep/__init__.py", "from ... import __name__ as up\nfrom .. import value\n")
write("pk/bad.py", "from .... import x\n")
write("pk/star.py", "a = 1\n_b = 2\nc = 3\n")
write("pk/wrong_all.py", "__all__ = ['nope']\n")
write("pk/int_all.py", "__all__ = [1]\n")
write("top.py", "from . import x\n")
write("cyc_a.py", "import cyc_b\nx = 1\nfrom cyc_b import y\n")
write("cyc_b.py", "import cyc_a\ny = hasattr(cyc_a, 'x')\n")
import pk

print(pk.first.name, pk.imported, pk.sub.deep.up, pk.__path__ == [os.path.join(os.getcwd(), "pk")], pk.__package__, pk.first.__package__, pk.first.up, pk.lazy, pk.__file__.endswith("__init__.py"))
for source in ("from pk import *\nprint(sorted(k for k in dir() if not k.startswith('__')))", "from pk.star import *\nprint(sorted(k for k in dir() if not k.startswith('__')))", "import pk.bad", "import top", "from pk import nope", "import pk.nope", "from pk.wrong_all import *", "import pk.first.x", "from pk import hidden, _private\nprint(hidden, _private)", "import pk.sub.deep as d\nprint(d.value)", "from pk import sub as s, first as f\nprint(s.__name__, f.__name__)", "import cyc_a\nprint(cyc_a.y)", "__import__('pk.sub.deep').__name__ and print(__import__('pk.sub.deep').__name__, __import__('pk.sub', fromlist=['x']).__name__)", "__import__('')", "__import__('pk', level=1)", "__import__('pk', level=-1)", "__import__(5)", "import importlib; print(importlib.import_module('.sub', 'pk').__name__)", "import importlib; importlib.import_module('.sub')", "import importlib; importlib.import_module('..x', 'pk')", "import importlib; importlib.reload(5)", "import sys; del sys.modules['pk.sub']; import pk.sub; print(pk.sub.value)", "pk = 5\nimport pk.first\nprint(type(pk).__name__)"):
    try:
        exec(source, {"__name__": "__main__"})
    except Exception as error:
        print(type(error).__name__, str(error).replace(os.getcwd(), "."))
