# The bytes of pickles in each protocol, what comes back, hooks, and errors.
import copyreg
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Point) and vars(self) == vars(other)

    class Inner:
        pass


class Keywords:
    def __new__(cls, a, *, b):
        self = object.__new__(cls)
        self.args = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.args[0],), {"b": self.args[1]}


class Stated:
    def __getstate__(self):
        return 1, 2

    def __setstate__(self, state):
        self.state = state



same = ["same"]
loop = [1]
loop.append(loop)
VALUES = [None, True, 255, -1, 65535, 2**31, -2**63, 2**300, 1.5, "é\n\\\U0001f600", b"", b"x\xff", bytearray(b"ab"), (), (1, 2, 3),
          (1, 2, 3, 4), [], [same, same], {"a": {}}, set(), {1}, frozenset([2]), Point, Point.Inner, print, [].append,
          ..., type(None), 1 + 2j, range(3), KeyError("k")]
for protocol in range(6):
    for value in VALUES:
        data = pickle.dumps(value, protocol)
        print(data, pickle.loads(data) == value)
    print(pickle.loads(pickle.dumps(loop, protocol)))
    print(pickle.loads(pickle.dumps(Point(1, [2]), protocol)) == Point(1, [2]))
    print(pickle.loads(pickle.dumps(Stated(), protocol)).state)
    print(pickle.loads(pickle.dumps([Keywords(1, b=2)], protocol))[0].args if protocol > 1 else None)
    for value in (list(range(2500)), {n: str(n) for n in range(1500)}, set(range(1001)), ["x" * 70000, b"y" * 70000, "z"]):
        data = pickle.dumps(value, protocol)
        print(len(data), sum(data), pickle.loads(data) == value)


class ById(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table | {Point: lambda point: (Point, (point.y, point.x))}

    def persistent_id(self, obj):
        return "id" if obj == "outside" else None


class FromId(pickle.Unpickler):
    def persistent_load(self, pid):
        return [pid]

    def find_class(self, module, name):
        print("find", name)
        return super().find_class(module, name)


file = io.BytesIO()
pickler = ById(file)
pickler.dump(["outside", Point(1, 2)])
pickler.dump("second")
file.seek(0)
reader = FromId(file)
print(reader.load()[1].x, reader.load())
for action in (lambda: pickle.dumps((n for n in ())), lambda: pickle.dumps(1, 6),
               lambda: pickle.loads(b""), lambda: pickle.loads(b"\x80\x04K"), lambda: pickle.loads(b"?"), reader.load,
               lambda: pickle.loads(b"cos\nmissing\n."), lambda: pickle.loads(b"R."), lambda: pickle.loads(5)):
    try:
        action()
    except Exception as error:
        print(type(error), str(error).split(" <module")[0])
