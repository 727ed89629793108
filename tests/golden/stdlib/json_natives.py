import json, collections, enum
d = {'a': [1, 2.5, None, True, 'é"\\\n\x01\U0001F600', -0.0, 1e300, 10**30], 'b': {}, 'c': [], '': (), 'd': {'x': {1: 2, None: 3, True: 4, 1.5: 5}}}
for kw in ({}, {'indent': 2}, {'indent': '\t', 'sort_keys': False}, {'ensure_ascii': False}, {'separators': (',', ':')}, {'indent': 0},):
    try: t = json.dumps(d, **kw); print(t, json.loads(t) == json.loads(json.dumps(d)))
    except TypeError as e: print(e)
print(json.dumps({'b': 1, 'a': {'d': 2, 'c': 3}}, sort_keys=True, indent=1))
class I(int): pass
class F(float): pass
class S(str): pass
class L(list): pass
class D(dict):
    def items(self): return [('over', 1)]
class E(enum.IntEnum): A = 5
print(json.dumps([I(3), F(1.5), S('s'), L([1]), D(a=1), E.A, collections.OrderedDict(z=1), collections.namedtuple('P', 'x y')(1, 2)]))
class Enc(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({'s': {3, 1}}, cls=Enc), json.dumps({'s': {3, 1}}, default=list, indent=1), Enc().encode('x'), ''.join(json.JSONEncoder().iterencode([1, {'a': 2}])))
r = []; r.append(r)
for bad in (lambda: json.dumps(r), lambda: json.dumps({1j}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps(object())):
    try: print(bad())
    except Exception as e: print(type(e).__name__, str(e)[:60])
print(json.dumps([float('nan'), float('inf'), -float('inf')]), json.dumps({(1,): 2, 'k': 3}, skipkeys=True))
for t in ['[1, 2', '{"a" 1}', '{"a": }', '[1,]', '{"a":1,}', '"abc', '"\\x"', '"\\u12"', 'nul', '', ' ', '[1] x', '{1: 2}', '"a\nb"', '01', '-', '1.', '1e', '[', '{', '"é\\u00e', 'é', '[é', '\ufeff1', '{"a": 1 "b"}']:
    try: print(repr(t), json.loads(t))
    except json.JSONDecodeError as e: print(repr(t), e, e.pos, e.lineno, e.colno)
for t in ['"\\ud83d\\ude00 x \\/\\b\\f"', '[NaN, Infinity, -Infinity, -1, 0, -0, 1.5e-3, 1E5, 12345678901234567890, 1e999]', ' { "a" : [ ] , "a" : 2 } ', '"\u2028"', 'true', '-0.0']: print(json.loads(t))
print(json.loads('{"a": [1, {"b": 2}]}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": 1, "a": 2}', object_pairs_hook=tuple), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: -int(s)), json.loads('[NaN]', parse_constant=lambda c: c + '!'), json.loads('"a\tb"', strict=False), json.loads(b'{"x": "\xc3\xa9"}'))
print(json.JSONDecoder().raw_decode('  [1] tail', 2), json.JSONDecoder().raw_decode('éé[1]é', 2), json.loads('[' * 50 + ']' * 50) is not None)
try: json.JSONDecoder().raw_decode('x', -1)
except Exception as e: print(type(e).__name__, e)
