a = b = 1
del a
try:
    a
except NameError as e:
    print(e)
l = [0, 1, 2, 3, 4, 5]
del l[0], l[-1]
print(l)
del l[1:3]
print(l)
d = {"x": 1, "y": 2}
del d["x"]
print(d)
class A: pass
o = A()
o.p = 1
del o.p
for code in ("del o.p", "del d['zz']", "del l[10]", "del undefined"):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__, e)
def f():
    x = 1
    del x
    return x
try:
    f()
except UnboundLocalError as e:
    print(e)
