log = []


def note(value):
    log.append(value)
    return value


def f(a: note("ann a") = note("def a"), *args: note("ann args"), b: note("ann b") = note("def b"), **kw: note("ann kw")) -> note("ann return"):
    x: note("never evaluated") = 1
    return a, b


print(log, f.__annotations__, f(), log == log[:7], f.__annotations__ is f.__annotations__)


def shared(item, into=[]):
    into.append(item)
    return into


print(shared(1), shared(2), shared(3, []), shared.__defaults__)


class C:
    x: int = 1
    y: "str"
    print(sorted(__annotations__))


note("m")
z: note("module annotation") = 5
print(C.__annotations__, log[-1], __annotations__)
for source in ("def f(a, a): pass", "def f(a=1, b): pass", "def f(*, **k): pass", "def f(*): pass", "def f(/, a): pass", "def f(a, /, b, /): pass", "def f(*a, *b): pass", "def f(**k, a): pass", "lambda a, a: 1", "def f(a): global a", "def f(): nonlocal q", "def f(x): x: int; global x"):
    try:
        compile(source, "s", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
