"""exec looks up, stores and deletes names through the methods of its locals mapping."""


class Loud(dict):
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)

    def __missing__(self, key):
        if key.startswith("m"):
            return f"missing {key}"
        raise KeyError(key)


def attempt(source, scope):
    try:
        exec(source, {}, scope)
    except Exception as error:
        print(type(error).__name__, error)


scope = Loud()
attempt("x = 1\nprint(x)\ndel x", scope)
attempt("print(mine)", scope)
attempt("print(other)", scope)
attempt("del nothing", scope)
attempt("import math\ndel math", scope)
attempt("def f(): pass\nclass C: y = 1", scope)
attempt("for i in 'a': pass\nprint([i for i in 'b'], i)", scope)
attempt("x: int = 1\nprint(__annotations__)", scope)
attempt("try:\n 1/0\nexcept ZeroDivisionError as e: pass", scope)
attempt("global g\ng = 1\nprint(g)", scope)
attempt("with open('/dev/null') as f: pass", scope)
print(sorted(scope))


class Mapping:
    def __getitem__(self, key):
        return key * 2

    def __setitem__(self, key, value):
        print("set", key, value)


attempt("a = 5\nprint(b)", Mapping())
attempt("del a", Mapping())
