ns = {}
exec("a = 1\ndef f(x): return x + a", ns)
print(ns["f"](5), eval("a + 1", ns), eval("x * 2", {"x": 4}), eval("x + y", {"x": 1}, {"y": 2}))
x = 10
def f():
    x = 20
    return eval("x"), eval("x", globals())
print(f())
exec("x = 30")
print(x, eval(compile("1 + 2", "<s>", "eval")))
try:
    eval("1 +")
except SyntaxError as e:
    print(type(e).__name__, e.msg)
try:
    exec("import nothing_like_this")
except ModuleNotFoundError as e:
    print(e, e.name)
