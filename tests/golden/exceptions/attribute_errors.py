import sys
for c in ("5 .x", "'a'.foo", "[].foo", "None.foo", "len.foo", "(lambda: 0).foo", "int.foo", "sys.foo", "(1).real.foo", "type.foo"):
    try:
        eval(c)
    except AttributeError as e:
        print(c, "->", e)
def set_it(o):
    try:
        o.x = 1
    except AttributeError as e:
        print(e)
set_it(5)
set_it(object())
set_it([])
set_it(None)
