x = "global"
def f():
    x = "local"
    return eval("x"), eval("x", globals()), eval("x", {}, {"x": "given"}), eval("[x for _ in (1,)]")
print(f())
def g():
    exec("x = 'made'")
    return x
print(g())
def h():
    free = "free"
    def inner(): return eval("free")
    try:
        return inner()
    except NameError as e:
        return str(e)
print(h())
def k():
    free = "free"
    def inner():
        free
        return eval("free")
    return inner()
print(k())
class A:
    y = "class"
    print(eval("y"), eval("x"))
try:
    eval("lambda: x")()
    eval("y = 1")
except SyntaxError as e:
    print(e.msg)
code = (lambda: x).__code__
print(eval(code))
def closed(z): return (lambda: z).__code__
try:
    eval(closed(1))
except TypeError as e:
    print(e)
