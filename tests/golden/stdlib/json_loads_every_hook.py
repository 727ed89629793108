"""Numbers, strings, hooks, duplicate keys, and the place in each error."""
import decimal
import json


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("1", "-0", "1.0", "1e5", "-1E-2", "01", "1.", ".5", "+1", "-", "1e", "0x1", "Infinity", "-Infinity", "NaN", "nan", "true", "True", "null", "nul", '"a"', "'a'", '"a', '"\\n\\u00e9\\ud83d\\ude00\\/"', '"\\x"', '"\\u12"', '"\\ud800"', '"\n"', '"\t"', "[]", "[1,]", "[,1]", "[1 2]", "[1", "[", "]", "{}", '{"a":1}', '{"a":1,}', "{a:1}", '{"a" 1}', '{"a":}', '{"a":1 "b":2}', '{"a":1,"a":2}', '{1:2}', "{", '{"a"', "", " ", " 1 ", "1 2", "[1]x", "\ufeff1", "// c\n1", "[[[]]]", "1_000", '{"a":1}}', "1e400", "-1e400", "123456789012345678901234567890", "\u00a01"):
    attempt(lambda: json.loads(text))
print(json.loads("[1, 2.5, 1e2]", parse_int=str, parse_float=decimal.Decimal), json.loads("[NaN, -Infinity]", parse_constant=str.lower), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads(b'"\xc3\xa9"'), json.loads('"é"'.encode("utf-16")), json.loads(bytearray(b"[1]")), json.loads('"\t"', strict=False), json.JSONDecoder().raw_decode("1 rest"), json.JSONDecoder().raw_decode("xx[1]", 2))
for bad in ((lambda: json.loads(5)), (lambda: json.loads(None)), (lambda: json.loads(b"\xff")), (lambda: json.loads("[1", cls=json.JSONDecoder)), (lambda: json.loads("[", object_hook=5)), (lambda: json.loads("{}", object_hook=5)), (lambda: json.loads("1", nope=1)), (lambda: json.JSONDecoder().raw_decode("", 0)), (lambda: json.JSONDecoder().raw_decode(" 1"))):
    attempt(bad)
try:
    json.loads('{\n "a": 1,\n  b}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc, isinstance(e, ValueError))
