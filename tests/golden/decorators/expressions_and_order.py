"""Any expression can decorate; decorators apply from the bottom, and the name is bound only at the end."""
log = []


def tag(name):
    log.append(f"make {name}")

    def decorate(target):
        log.append(f"apply {name} to {target if isinstance(target, str) else target.__name__}")
        return target

    return decorate


@tag("a")
@tag("b")
def f(): pass


@tag("c")
class C: pass


print(log)


@(lambda g: "replaced")
def f(): pass


print(f)
table = {"k": [lambda g: g.__name__ + "!"]}


@table["k"][0]
def named(): pass


print(named)


@repr
def shown(): pass


print(shown[:15])


@str.upper if False else (lambda x: x)
def kept(): return "kept"


print(kept())
try:
    @undefined
    def never(): pass
except NameError as error:
    print(error, "never" in globals())
try:
    @5
    def never(): pass
except TypeError as error:
    print(error, "never" in globals())


@property
def module_level(self): return 1


print(type(module_level).__name__)


@(d := tag)("walrus")
def w(): pass


print(log[-1], d is tag)
for source in ("@\ndef f(): pass", "@x y\ndef f(): pass", "@x\nx = 1", "@x = 1\ndef f(): pass", "@x\n\n\ndef f(): pass", "@x, y\ndef f(): pass", "@x", "@*x\ndef f(): pass", "@yield\ndef f(): pass", "@lambda f: f\ndef f(): pass", "@x\nasync def f(): pass", "@x\nfor y in z: pass"):
    try:
        compile(source, "", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), error.msg)
