"""assert with messages, del of every kind of target, and statements that do nothing."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def a(ok, *message):
    if message:
        assert ok, message[0]
    else:
        assert ok


for args in ((1,), (0,), (0, "text"), (0, ("t", 1)), (0, None), (0, KeyError("k")), ([], 5)):
    attempt(lambda: a(*args))
try:
    assert 0, (lambda: "lazy")()
except AssertionError as error:
    print(error.args)
assert True, 1 / 0
x, y, z = 1, [1, 2, 3], {"a": 1}
del x, y[0], z["a"], (y[0]), [y[0]]
print(y, z, "x" in globals())
o = type("O", (), {})()
o.a = 1
del o.a
for bad in ("del x", "del y[5]", "del z['q']", "del o.a", "del 'a'.x", "del (1).real", "del undefined.x", "del y['a']", "del (1, 2)[0]", "del 'abc'[0]", "del len", "del None", "del ()", "del []", "del (x)", "del int.real", "del o.__class__", "del range(3)[0]", "del {1}[0]", "del b'a'[0]"):
    try:
        exec(bad)
        print(bad, "fine")
    except Exception as error:
        print(bad, type(error).__name__, error)


def f():
    v = 1
    del v
    try:
        del v
    except UnboundLocalError as error:
        print(error)
    v = 2
    return v


print(f())
pass; pass
...
"expression statement"
if 1: pass
else: pass
for _ in (): ...
while 0: pass
class E: pass
def g(): ...
print(g(), E.__dict__.get("__doc__"))
