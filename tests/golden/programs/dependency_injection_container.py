import inspect
import typing
from contextlib import ExitStack
from functools import wraps
from typing import Annotated, Generic, Optional, Protocol, TypeVar, get_args, get_origin, get_type_hints, runtime_checkable

T = TypeVar("T")


class Missing(LookupError):
    pass


class Cycle(RuntimeError):
    pass


class Container:
    def __init__(self, parent=None):
        self.makers, self.single, self.path, self.parent, self.stack = {}, {}, [], parent, ExitStack()

    def provide(self, kind, maker=None, *, single=True, name=None):
        if maker is None:
            return lambda f: (self.provide(kind, f, single=single, name=name), f)[1]
        self.makers[kind, name] = maker, single

    def get(self, kind, name=None):
        if get_origin(kind) is Annotated:
            kind, name = get_args(kind)[:2]
        if get_origin(kind) is typing.Union:
            options = [k for k in get_args(kind) if k is not type(None)]
            try:
                return self.get(options[0])
            except Missing:
                return None
        key = kind, name
        if key in self.single:
            return self.single[key]
        if key not in self.makers:
            if self.parent:
                return self.parent.get(kind, name)
            if inspect.isclass(kind) and kind.__module__ == __name__ and not inspect.isabstract(kind):
                self.makers[key] = kind, True
            else:
                raise Missing(f"{getattr(kind, '__name__', kind)}{f' named {name}' if name else ''}")
        if key in self.path:
            raise Cycle(" -> ".join(k.__name__ for k, _ in self.path[self.path.index(key):] + [key]))
        maker, single = self.makers[key]
        self.path.append(key)
        try:
            made = self.call(maker)
        finally:
            self.path.pop()
        if inspect.isgenerator(made):
            generator, made = made, next(made)
            self.stack.callback(lambda: next(generator, None))
        if single:
            self.single[key] = made
        return made

    def call(self, function, **given):
        target = function.__init__ if inspect.isclass(function) else function
        if target is object.__init__:
            return function()
        hints = get_type_hints(target, include_extras=True)
        for name, p in inspect.signature(function).parameters.items():
            if name not in given and name in hints:
                try:
                    given[name] = self.get(hints[name])
                except Missing:
                    if p.default is p.empty:
                        raise
        return function(**given)

    def inject(self, function):
        @wraps(function)
        def wrapper(**kw):
            return self.call(function, **kw)
        return wrapper

    def __enter__(self):
        return self

    def __exit__(self, *info):
        return self.stack.__exit__(*info)


class Config:
    def __init__(self):
        self.url = "db://"


class Database:
    def __init__(self, config: Config):
        self.url = config.url


@runtime_checkable
class Mailer(Protocol):
    def send(self, text: str) -> str: ...


class Console:
    def send(self, text):
        return f"console: {text}"


class Service:
    def __init__(self, db: Database, mailer: "Mailer", retries: int = 3, log: Optional[list] = None, port: Annotated[int, "port"] = 0):
        self.db, self.mailer, self.retries, self.log, self.port = db, mailer, retries, log, port


class A:
    def __init__(self, b: "B"): ...


class B:
    def __init__(self, a: A): ...


c = Container()
c.provide(Mailer, Console)
c.provide(int, lambda: 8080, name="port")


@c.provide(list, single=False)
def make_log() -> list:
    return ["fresh"]


s = c.get(Service)
print(s.db.url, s.mailer.send("hi"), s.retries, s.log, s.port, c.get(Database) is s.db, c.get(Service) is s, isinstance(s.mailer, Mailer), c.get(list) is c.get(list))
for bad in (lambda: c.get(str), lambda: c.get(A), lambda: c.get(int, "nope"), lambda: c.call(lambda x: x), lambda: Container().get(Service)):
    try:
        print(bad())
    except (Missing, Cycle, TypeError) as error:
        print(type(error).__name__, error)


@c.inject
def handler(*, db: Database, text: str = "default", port: Annotated[int, "port"]):
    """Handles."""
    return db.url, text, port


print(handler(), handler(text="given"), handler.__name__, handler.__doc__)
events = []


def session(config: Config):
    events.append("open")
    yield f"session on {config.url}"
    events.append("close")


class Session(Generic[T]):
    pass


with Container(c) as child:
    child.provide(Session, session)
    print(child.get(Session), child.get(Session) is child.get(Session), child.get(Service) is s, events)
print(events, c.path, child.path)
