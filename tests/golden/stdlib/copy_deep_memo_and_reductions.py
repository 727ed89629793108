"""What deepcopy() asks of memo, hooks and reductions, step by step."""
import copy
import copyreg


class Memo(dict):
    """A memo of one's own, which notes what is copied."""

    def __init__(self):
        self.noted = set()

    def __setitem__(self, key, value):
        self.noted.add(type(value).__name__)
        super().__setitem__(key, value)


inner = [1]
memo = Memo()
print(copy.deepcopy({"a": inner, "b": (inner, inner)}, memo), sorted(memo.noted), len(memo))
known = {id(inner): "known"}
print(copy.deepcopy([inner, (inner,)], known), len(known))


class Key:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"Key({self.name!r})"


keys = {Key("a"): [1], (Key("b"), 2): [2], "c": [3], 4: [4]}
twins = copy.deepcopy(keys)
print(twins, twins == keys, any(a is b for a, b in zip(keys, twins) if not isinstance(a, (str, int))))


class Grows:
    def __init__(self, target, act):
        self.target, self.act = target, act

    def __deepcopy__(self, memo):
        self.act(self.target)
        return "grown"


items = []
items += [Grows(items, lambda target: target.append(len(target))), 7]
print(copy.deepcopy(items))
table = {}
table["x"] = Grows(table, lambda target: target.update(y=1))
try:
    copy.deepcopy(table)
except RuntimeError as error:
    print("RuntimeError", error)


class Counts:
    def __deepcopy__(self, memo):
        return len(memo)


class Holder:
    pass


holder = Holder()
holder.counts, holder.more = Counts(), [Counts()]
print(vars(copy.deepcopy(holder)), vars(copy.deepcopy([holder, holder])[1]))
holder = Holder()
holder.__deepcopy__ = lambda memo: "of the instance"
print(copy.deepcopy(holder))
holder = Holder()
holder.__reduce_ex__ = lambda protocol: (list, ((1, protocol),))
print(copy.deepcopy(holder))
holder = Holder()
holder.__dict__["".join(("a", " b"))] = [1]
holder.__dict__[3] = [2]
print(vars(copy.deepcopy(holder)))


class Computed:
    @property
    def size(self):
        return 5


computed = Computed()
computed.__dict__["size"] = [9]
twin = copy.deepcopy(computed)
print(twin.size, vars(twin), vars(twin)["size"] is vars(computed)["size"])


class Slotted:
    __slots__ = ("a", "__dict__")


slotted = Slotted()
slotted.a, slotted.b = [1], [2]
twin = copy.deepcopy(slotted)
print(twin.a, twin.b, twin.a is slotted.a)


class Parts:
    def __init__(self, parts=()):
        self.parts = parts

    def __reduce__(self):
        return self.parts

    def append(self, item):
        self.__dict__.setdefault("items", []).append(item)

    def __setitem__(self, key, value):
        self.__dict__.setdefault("pairs", {})[key] = value


shared = [0]
for parts in (
    (Parts, ()), (Parts, ((shared, shared),)), (Parts, (), {"state": shared}), (Parts, (), (None, {"slot": shared})),
    (Parts, (), ({"a": shared}, {"b": 2})), (Parts, (), None, iter([shared, shared])),
    (Parts, (), None, None, iter([("k", shared)])), "name", (Parts, [1]), (Parts,), 5,
    (Parts, (), None, None, None, print), (5, ()),
):
    try:
        twin = copy.deepcopy(Parts(parts))
        print(vars(twin) if parts != "name" else twin.parts, any(v is shared for v in vars(twin).values()))
    except TypeError:
        print("TypeError", parts if not isinstance(parts, tuple) else len(parts))


class Without:
    __reduce_ex__ = None
    __reduce__ = None


try:
    copy.deepcopy(Without())
except copy.Error as error:
    print("Error", str(error).replace(__name__, "main"))


class Registered:
    pass


copyreg.pickle(Registered, lambda value: (dict, ([("registered", 1)],)))
print(copy.deepcopy([Registered()]))


class Meta(type):
    pass


class OfMeta(metaclass=Meta):
    def method(self):
        return self


made = OfMeta()
made.bound = made.method
twin = copy.deepcopy(made)
print(copy.deepcopy(OfMeta) is OfMeta, twin.bound() is twin, twin is made)


class Abstract(dict):
    def __missing__(self, key):
        return key


nested = Abstract(a=[1])
nested.extra = {"b": nested}
twin = copy.deepcopy(nested)
print(twin, type(twin).__name__, twin.extra["b"] is twin, twin["zzz"])

deep = []
for _ in range(100_000):
    deep = [deep]
try:
    copy.deepcopy(deep)
except RecursionError as error:
    print("RecursionError")
while deep:
    deep = deep.pop()
