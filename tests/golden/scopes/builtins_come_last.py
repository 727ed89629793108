import builtins
print(print is builtins.print, "print" in globals())
builtins.added = "from builtins"
print(added)
added = "global"
print(added)
del added
print(added)
del builtins.added
try:
    added
except NameError as e:
    print(e)
try:
    del print
except NameError as e:
    print(e)
print(eval("len", {"__builtins__": {"len": "replaced"}}))
try:
    eval("print", {"__builtins__": {}})
except NameError as e:
    print(e)
names = {}
exec("x = 1", names)
print("__builtins__" in names)
try:
    exec("class A: pass", {"__builtins__": {}})
except NameError as e:
    print(e)
try:
    exec("import math", {"__builtins__": {}})
except ImportError as e:
    print(e)
exec("print(x)", {"__builtins__": builtins, "x": 5})
