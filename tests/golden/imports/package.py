import imports_pkg
import imports_pkg.sub.leaf as leaf
from imports_pkg import value, helper
from imports_pkg.sub import *
from imports_pkg.sub.leaf import name as leaf_name
print(imports_pkg.value, value, helper(), leaf.name, leaf_name, public)
print(imports_pkg.__name__, leaf.__name__, leaf.__package__, imports_pkg.sub.leaf is leaf)
try:
    hidden
except NameError as e:
    print(e)
