"""Mapping patterns look keys up with get(), and ** collects the rest."""
import collections.abc
import types


class Loud(dict):
    def get(self, key, default=None):
        print("get", key, end=" ")
        return super().get(key, default)

    def __getitem__(self, key):
        print("item", key, end=" ")
        return super().__getitem__(key)

    def keys(self):
        print("keys", end=" ")
        return super().keys()


match Loud(a=1, b=2):
    case {"a": x}:
        print(x)
match Loud(a=1, b=2):
    case {"a": x, **rest}:
        print(x, rest, type(rest).__name__)
match Loud(a=1):
    case {"z": x}:
        print(x)
    case {}:
        print("any mapping")
d = collections.defaultdict(list)
match d:
    case {"new": x}:
        print("made", x)
    case _:
        print("no default is made", dict(d))
match types.MappingProxyType({"a": 1}):
    case {"a": 1}:
        print("proxy")
match collections.OrderedDict(a=1), collections.Counter("aab"), collections.ChainMap({"a": 1}):
    case {"a": 1}, {"a": 2, **more}, {"a": 1}:
        print("all mappings", more)
match [("a", 1)]:
    case {"a": 1}:
        print("wrong")
    case _:
        print("a list is none")


class Duck:
    def __len__(self):
        return 1

    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        return 1

    def get(self, key, default=None):
        return 1


match Duck():
    case {"a": 1}:
        print("wrong")
    case _:
        print("only registered mappings")
collections.abc.Mapping.register(Duck)
match Duck():
    case {"a": x}:
        print("registered", x)
match {1: "int", True: "bool"}:
    case {1: x}:
        print(x)
match {None: 1, -1: 2, 1.5: 3, "k": 4}:
    case {None: a, -1: b, 1.5: c, "k": e}:
        print(a, b, c, e)


class K:
    a = "key"


match {"key": "found by a dotted name"}:
    case {K.a: text}:
        print(text)
