import sys
import types
from abc import ABC, abstractmethod


class PluginError(Exception):
    pass


class Plugin(ABC):
    plugins = {}
    priority = 50
    requires = ()

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        if name is None:
            return
        if name in Plugin.plugins:
            raise PluginError(f"{name} is taken by {Plugin.plugins[name].__qualname__}")
        cls.name = name
        Plugin.plugins[name] = cls

    @abstractmethod
    def apply(self, text): ...

    @property
    @abstractmethod
    def summary(self): ...


SOURCES = {
    "upper_plugin": '''
from host import Plugin
class Upper(Plugin, name="upper"):
    """Shouts."""
    priority = 10
    def apply(self, text):
        return text.upper()
    summary = property(lambda self: self.__doc__)
''',
    "count_plugin": '''
from host import Plugin
class Count(Plugin, name="count"):
    requires = ("upper",)
    def __init__(self):
        self.seen = 0
    def apply(self, text):
        self.seen += len(text)
        return f"{text}[{self.seen}]"
    summary = "Counts."
''',
    "broken_plugin": "import nowhere_to_be_found",
    "wrong_plugin": "def f(:\n  pass",
    "thief_plugin": "from host import Plugin\nclass Thief(Plugin, name='upper'):\n    pass",
    "partial_plugin": "from host import Plugin\nclass Partial(Plugin, name='partial'):\n    summary = 'half'",
}
host = types.ModuleType("host", "What plugins may use.")
host.Plugin = Plugin
sys.modules["host"] = host


def load(name, source):
    module = types.ModuleType(name)
    try:
        exec(compile(source, f"<{name}>", "exec"), module.__dict__)
    except SyntaxError as error:
        raise PluginError(f"{name}: {error.msg} in line {error.lineno}") from error
    except ImportError as error:
        raise PluginError(f"{name} needs {error.name}") from error
    sys.modules[name] = module
    return module


for name, source in SOURCES.items():
    try:
        module = load(name, source)
        print("loaded", module.__name__, [k for k in vars(module) if not k.startswith("__")])
    except PluginError as error:
        print("refused:", error, "<-", type(error.__cause__).__name__)


def resolve(names):
    order, done = [], set()

    def visit(name, path=()):
        if name in path:
            raise PluginError(" -> ".join((*path, name)))
        if name in done:
            return
        for needed in Plugin.plugins[name].requires:
            visit(needed, (*path, name))
        done.add(name)
        order.append(name)
    for name in sorted(names, key=lambda n: (Plugin.plugins[n].priority, n)):
        visit(name)
    return order


print(resolve(["count", "upper"]))
chain = [Plugin.plugins[n]() for n in resolve(["count"])]
for text in ("abc", "de"):
    for plugin in chain:
        text = plugin.apply(text)
    print(text, [p.summary for p in chain])
try:
    Plugin.plugins["partial"]()
except TypeError as error:
    print(error)
Plugin.plugins["upper"].requires = ("count",)
try:
    resolve(["upper"])
except PluginError as error:
    print(error)
print(Plugin.plugins["count"].__module__, Plugin.plugins["count"].__qualname__, sorted(Plugin.plugins))
