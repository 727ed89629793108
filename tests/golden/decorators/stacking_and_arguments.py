log = []


def named(label):
    log.append(f"make {label}")

    def decorate(function):
        log.append(f"apply {label}")

        def wrapper(*arguments, **keywords):
            return f"{label}({function(*arguments, **keywords)})"

        return wrapper

    return decorate


@named("outer")
@named("inner")
def greet(name="x"):
    return name


print(greet(), greet("y"), log)


@lambda f: f.__name__
def replaced():
    pass


@type("Callable", (), {"__call__": lambda self, f: (f, "tuple")})()
def tupled():
    pass


@(named if log else None)("expression")
def chosen():
    return 1


print(replaced, tupled[1], chosen())


@staticmethod
def loose():
    return "static outside of classes"


@property
def not_in_a_class(self):
    pass


print(loose(), type(not_in_a_class).__name__)
for source in ("@5\ndef f(): pass", "@None\nclass C: pass", "@undefined\ndef f(): pass", "@\ndef f(): pass", "@f\nx = 1"):
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
