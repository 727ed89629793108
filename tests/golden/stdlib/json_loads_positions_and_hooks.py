import json
from decimal import Decimal

bad = ["", " ", "[", "[1", "[1,", "[1,]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "{1:2}",
       '"abc', '"a\nb"', '"\\q"', '"\\u12"', '"\\u12G4"', "nul", "True", "01", "1.", ".5", "-", "+1", "1e", "[1]]", "1 2",
       "\ufeff1", "[\n\n  tru]", '{"a": 1 "b": 2}', "0x10", "1_000", "\t\n\r\x0b1", "NaN1", "-Infinity-", '{"a" 1}', "]"]
for text in bad:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), "|", error, "|", error.pos, error.lineno, error.colno, error.msg)
print(json.loads("[NaN, Infinity, -Infinity, -0, -0.0, 1e3, 1E-2, 12345678901234567890123, 1e999]"))
print(json.loads('"\\ud83d\\ude00 \\u00e9 \\ud800x \\/"').encode("utf-8", "surrogatepass"))
print(json.loads(b'["\xc3\xa9"]'), json.loads('["x"]'.encode("utf-16")), json.loads(bytearray(b"1")),
      json.loads('"a\tb"', strict=False), json.loads(' \n[1 , 2 ]\t '))
print(json.loads('{"a": 1, "a": 2, "b": {"a": 3}}', object_pairs_hook=list))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": 1}', object_hook=lambda d: "hook", object_pairs_hook=lambda p: "pairs"))
print(json.loads("[1, 2.5, NaN, 1e2]", parse_int=lambda s: f"i{s}", parse_float=Decimal, parse_constant=lambda s: f"c{s}"))
for value in (None, 5, [b"1"], memoryview(b"1")):
    try:
        print(json.loads(value))
    except TypeError as error:
        print(error)
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1] tail'), decoder.raw_decode('xx{"a": 2}yy', 2), decoder.decode("  5  "))
for call in (lambda: decoder.raw_decode(" 1"), lambda: decoder.raw_decode("1", 5), lambda: decoder.raw_decode("1", -5)):
    try:
        print(call())
    except ValueError as error:
        print(type(error).__name__, error)
error = json.JSONDecodeError("oops", "a\nbcd", 3)
print(error, error.doc, error.args, isinstance(error, ValueError), error.__reduce__()[1])


def boom(pairs):
    raise KeyError("from hook")


try:
    json.loads('[{"a": {}}]', object_pairs_hook=boom)
except KeyError as error:
    print("KeyError", error)
keys = json.loads('[{"key": 1}, {"key": 2}]')
print(next(iter(keys[0])) is next(iter(keys[1])))
