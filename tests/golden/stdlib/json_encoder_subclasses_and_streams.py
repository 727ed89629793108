import io
import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"point": [o.x, o.y]}
        if isinstance(o, complex):
            return f"{o}"
        return super().default(o)


print(json.dumps({"p": Point(1, Point(2, 3j))}, cls=Encoder), Encoder(indent=1).encode([Point(1, 2)]))
try:
    json.dumps([1, {"k": object()}], cls=Encoder)
except TypeError as error:
    print(error)
print(list(json.JSONEncoder().iterencode([1, {"a": "b"}, []])), list(json.JSONEncoder(indent=2).iterencode({"x": [1]})))
e = json.JSONEncoder(sort_keys=True, ensure_ascii=False, allow_nan=False, separators=("|", ">"))
print(e.encode({"ü": 1, "a": 2}), e.item_separator, e.key_separator, e.indent, e.skipkeys)


class Wide(json.JSONEncoder):
    item_separator = " ; "

    def iterencode(self, o, _one_shot=False):
        yield "<"
        yield from super().iterencode(o, _one_shot)
        yield ">"


print(Wide().encode([1, 2]), json.dumps("text", cls=Wide), Wide().encode("text"))
out = io.StringIO()
json.dump({"a": [1, 2]}, out, indent=2)
print(out.getvalue())


class Part:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


part = Part()
json.dump([1, "two", None, {"three": 3.0}], part)
print("".join(part.parts), len(part.parts) > 1)
print(json.load(io.StringIO('{"z": 0}')), json.load(io.BytesIO(b'"\xc3\xa9"')))


class Lazy(dict):
    def items(self):
        return [("fake", 1)]


class L(list):
    def __iter__(self):
        return iter(["fake"])


print(json.dumps(Lazy(real=2)), json.dumps(L([1])), json.dumps(Lazy()), json.dumps(L()))
shared = [1]
print(json.dumps([shared, shared, {"s": shared}]))
for args in ((1, 2), ()):
    try:
        json.dumps(*args)
    except TypeError as error:
        print(error)
