# The blocks of a source, and what the compiler knows of their names.
import symtable

SOURCE = """
import os
total = 0
def outer(a, *rest, key=None):
    global total
    count = a
    def inner(step):
        nonlocal count
        count += step
        return rest
    class Local:
        key
        attr = 1
        def method(self): return self
    return inner, Local
"""


def show(table, depth=0):
    indent = "  " * depth
    print(indent + table.get_type(), table.get_name(), table.get_lineno(), table.is_nested(), table.is_optimized())
    for symbol in table.get_symbols():
        told = [name for name in dir(symbol) if name.startswith("is_") and getattr(symbol, name)()]
        print(indent + "-", symbol.get_name(), *told)
    for child in table.get_children():
        show(child, depth + 1)


show(symtable.symtable(SOURCE, "file.py", "exec"))
