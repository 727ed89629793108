import os
import sys
import warnings
import zipfile
import zipimport

warnings.simplefilter("ignore")
with zipfile.ZipFile("lib.zip", "w") as archive:
    archive.writestr("plain.py", "'''A plain one.'''\nvalue = 42\ndef fail(): 1 / 0\n")
    archive.writestr("pack/__init__.py", "from . import inner\nname = __name__\n")
    archive.writestr("pack/inner.py", "print('inner', __name__, __package__)\n")
    archive.writestr("pack/data.txt", "some data\n")
    archive.writestr("space/", "")
    archive.writestr("space/leaf.py", "leaf = True\n")
    archive.writestr("bad.py", "x = = 1\n")
    archive.writestr("nested/", "")
    archive.writestr("nested/deep/", "")
    archive.writestr("nested/deep/far.py", "far = 'away'\n")
sys.path.insert(0, os.path.abspath("lib.zip"))
import pack
import plain
import space.leaf

shown = lambda text: text.replace(os.getcwd(), "DIR")
print(plain.value, plain.__doc__, shown(plain.__file__), type(plain.__loader__).__name__)
print(pack.name, shown(pack.__path__[0]), shown(pack.__spec__.origin), space.leaf.leaf)
from nested.deep.far import far

print(far, shown(pack.inner.__spec__.loader.prefix))
try:
    import bad
except SyntaxError as error:
    print(error.msg, error.lineno, shown(error.filename))
try:
    import pack.absent
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    plain.fail()
except ZeroDivisionError as error:
    import traceback
    print([line for line in traceback.format_exception(error) if "def fail" in line][0].splitlines()[1])
print(zipimport.zipimporter(sys.path[0]).load_module("plain") is plain)
