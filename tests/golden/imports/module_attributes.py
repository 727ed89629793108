import imports_pkg, sys
print(imports_pkg.__doc__, type(imports_pkg).__name__, "imports_pkg" in sys.modules)
print(hasattr(imports_pkg, "__file__"), hasattr(imports_pkg, "__path__"), imports_pkg.__file__.endswith("imports_pkg/__init__.py"))
try:
    imports_pkg.zzz
except AttributeError as e:
    print(e)
imports_pkg.added = 1
import imports_pkg as again
print(again.added, imports_pkg.dynamic)
