"""Where eval and exec find and leave names: globals, locals, builtins, closures and nested functions."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

x = "global"


def f():
    x = "local"
    return eval("x"), eval("x", globals()), eval("x", {}, {"x": "given"}), eval("[x for _ in 'a']"), eval("(lambda: x)()")


print(f()) if False else attempt(lambda: f()[:3])
g, l = {}, {}
exec("a = 1\ndef h(): return a\nglobal b\nb = 2", g, l)
print(sorted(k for k in g if k != "__builtins__"), sorted(l))
attempt(lambda: l["h"]())
exec("c = 3\ndef k(): return c\nd = k()", g)
print(g["d"], "__builtins__" in g)
for source, scope in (("len('ab')", {}), ("len('ab')", {"__builtins__": {}}), ("len('ab')", {"__builtins__": {"len": lambda s: "own"}}), ("__import__('os')", {"__builtins__": {}}), ("print", {"__builtins__": __import__("builtins")}), ("__builtins__", {"__builtins__": 5}), ("x", {"x": 1}), ("__name__", {}), ("[y for y in z]", {"z": [1]}), ("(lambda q: q + w)(1)", {"w": 2})):
    attempt(lambda: eval(source, scope))
for bad in ((lambda: eval("1", 5)), (lambda: eval("1", {}, 5)), (lambda: exec("1", 5)), (lambda: exec("1", {}, 5)), (lambda: eval()), (lambda: exec()), (lambda: eval("1", None, None)), (lambda: exec("1", None)), (lambda: eval("x", {"x": 1}, {})), (lambda: eval(5)), (lambda: exec(5)), (lambda: exec("x = ")), (lambda: eval("x = 1")), (lambda: exec("return 1")), (lambda: eval("yield")), (lambda: eval(source="1")), (lambda: eval("1", globals={})), (lambda: exec("y = 1", globals=(d := {})) or d["y"]), (lambda: exec(compile("z = 5", "", "exec"), (e := {})) or e["z"]), (lambda: exec("1/0", {})), (lambda: eval(compile("def f(): pass", "", "exec"))), (lambda: exec((lambda: q).__code__, {"q": 1})), (lambda: eval((lambda: q).__code__, {"q": 1})), (lambda: exec("class C:\n v = x\nr = C.v", (m := {"x": 9})) or m["r"])):
    attempt(bad)


def locals_are_copies():
    v = 1
    exec("v = 2")
    eval("[w := 3]")
    return v, "w" in locals()


print(locals_are_copies())


class Body:
    y = 1
    exec("z = y + 1")
    print(z, eval("y"))


print(Body.z)
exec("new_global = 5")
print(new_global)
