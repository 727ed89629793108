# What json makes of objects and texts under each option, and what it says about faulty ones.
import enum
import io
import json


def attempt(function, *args, **options):
    try:
        print(repr(function(*args, **options)))
    except Exception as error:
        print(type(error).__name__, error)


class Colour(enum.IntEnum):
    RED = 1


class Complex(json.JSONEncoder):
    def default(self, o):
        return [o.real, o.imag] if isinstance(o, complex) else super().default(o)


value = {"name": 'é"\\\n\x7f😀/', "list": [1, -2.5e300, True, None, [], {}], 3: {"b": 1, "a": (1, 2)}, None: Colour.RED}
for options in ({}, {"indent": 2}, {"indent": "\t"}, {"ensure_ascii": False}, {"separators": (",", ":")},
                {"indent": 0, "separators": ("; ", " = ")}):
    attempt(json.dumps, value, **options)
    print(list(json.JSONEncoder(**options).iterencode([value])))
attempt(json.dumps, {"b": 1, "a": [float("nan"), float("-inf")]}, sort_keys=True)
attempt(json.dumps, float("nan"), allow_nan=False)
attempt(json.dumps, {(1, 2): 3, "a": 1})
attempt(json.dumps, {(1, 2): 3, "a": 1}, skipkeys=True)
attempt(json.dumps, {1: 1, "a": 1}, sort_keys=True)
attempt(json.dumps, [object], default=lambda o: o.__name__)
attempt(json.dumps, {1j: 1})
attempt(json.dumps, [1j], cls=Complex, indent=1)
attempt(json.dumps, [{1}], cls=Complex)
loop = []
loop.append({"again": loop})
attempt(json.dumps, loop)
attempt(json.dumps, loop, indent=1)

for text in ("", " ", "{", "[", "[1", "[1,", "[1,]", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a}", "{'a': 1}",
             '"abc', '"a\nb"', '"\\x"', '"\\u12"', "01", "-", "1.", "1e", "tru", "[1] x", "[1\n 2]", "\ufeff[]", "NaN1"):
    attempt(json.loads, text)
for text in ('  {"a" : [1, -0, 2.50, 1E2, "\\ud83d\\ude00", "\\ud83d", "\\/\\b"], "a": {}} ', "[NaN, -Infinity]", "1" * 30,
             b'["\xc3\xa9"]', "[1]".encode("utf-16"), "[1]".encode("utf-32-be"), bytearray(b"null")):
    attempt(json.loads, text)
text = '{"b": [1, 2.5, NaN], "a": {"c": "x\ty"}}'
for options in ({}, {"strict": False}, {"strict": False, "object_hook": sorted}, {"strict": False, "parse_int": str},
                {"strict": False, "object_pairs_hook": list, "parse_float": str, "parse_constant": str}):
    attempt(json.loads, text, **options)
attempt(json.loads, 5)
attempt(json.loads, "1", unknown=1)
decoder = json.JSONDecoder()
attempt(decoder.raw_decode, "[1] rest")
attempt(decoder.raw_decode, "x [1]", 2)
attempt(decoder.raw_decode, "x [1]")
file = io.StringIO()
json.dump({"x": [1, 2]}, file, indent=1)
print(file.getvalue())
file.seek(0)
print(json.load(file))
try:
    json.loads('{"a": 1,\n "b" 2}')
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, len(error.doc))
