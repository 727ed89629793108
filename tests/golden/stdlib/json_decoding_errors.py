import json

for text in ("", "{", "[1,]", '{"a":}', '{"a" 1}', '{a: 1}', "{'a': 1}", '{"a": 1,}', '"unclosed', '"bad \\x"', '"\\u12"', "tru", "01", "1.", "-", "+1", "[1 2]", "1 2", '"\t"', "nul", "\ufeff1", "[1", '{"a": 1', ".5", "1e", '"\\ud800"', "NaN", "-Infinity", "\x0b1"):
    try:
        print(ascii(text), ascii(json.loads(text)))
    except json.JSONDecodeError as error:
        print(ascii(text), error.msg, error.pos, error.lineno, error.colno)
print(json.loads(b'[1, "\xc3\xa9"]'), json.loads("\t[ ]\n"), json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=float), json.loads("[NaN]", parse_constant=lambda name: name), json.loads('"\\ud83d\\ude00"'), json.loads('"a\tb"', strict=False), json.loads('{"x": {}}', object_hook=lambda d: len(d)))
for argument in (5, None, [], b"\xff"):
    try:
        json.loads(argument)
    except Exception as error:
        print(type(error).__name__, error)
