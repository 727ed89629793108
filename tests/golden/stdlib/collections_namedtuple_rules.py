"""namedtuple: names that are refused, rename, defaults, module, _make, _replace, _asdict and inheritance."""
import collections
import pickle


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

N = collections.namedtuple
P = N("P", "x y", defaults=[5])
p = P(1)
print(p, p.y, p[0], p == (1, 5), P._fields, P._field_defaults, p._asdict(), p._replace(x=9), P._make([7, 8]), P.__match_args__, P.__doc__, P.x.__doc__, len(p), hash(p) == hash((1, 5)), p < (1, 6), p + (1,), P.__module__, P.__slots__)
for bad in ((lambda: N("1P", "x")), (lambda: N("class", "x")), (lambda: N("P", "x x")), (lambda: N("P", "_x")), (lambda: N("P", "x, class")), (lambda: N("P", "x 1y")), (lambda: N("P", ["x", 5])), (lambda: N("P", 5)), (lambda: N("P", "x", defaults=[1, 2])), (lambda: N("P", "x", defaults=5)), (lambda: N("P", "x y x class _z 1", rename=True)._fields), (lambda: P()), (lambda: P(1, 2, 3)), (lambda: P(1, z=2)), (lambda: P(1, x=2)), (lambda: P._make([1])), (lambda: p._replace(z=1)), (lambda: setattr(p, "x", 1)), (lambda: setattr(p, "z", 1)), (lambda: p.z), (lambda: p["x"]), (lambda: N("P", "x", module="m").__module__), (lambda: N("P", "")()),
            (lambda: N("P", ())()), (lambda: N("é", "ü")(1)), (lambda: N(typename="P", field_names="a,b")(1, 2)), (lambda: P(**{"x": 1, "y": 2})), (lambda: P(*"ab")), (lambda: delattr(p, "x")), (lambda: N("P", "count index")(1, 2).count), (lambda: p.count(5)), (lambda: p.__getnewargs__())):
    attempt(bad)


class Sub(P):
    def total(self):
        return self.x + self.y


s = Sub(1, 2)
print(s, s.total(), s._replace(x=5), type(s._replace(x=5)).__name__, pickle.loads(pickle.dumps(p)), sorted([P(2), P(1)]), P(x=1) is P, repr(P("a'")))
match p:
    case P(x, y=5):
        print("matched", x)
