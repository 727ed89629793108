from dataclasses import dataclass
@dataclass
class Num: v: float
@dataclass
class Bin: op: str; l: object; r: object
@dataclass
class Neg: e: object
def ev(t):
    match t:
        case Num(v): return v
        case Neg(Num(v)): return -v
        case Neg(e): return -ev(e)
        case Bin("+", l, r): return ev(l) + ev(r)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)): return 0
        case Bin("*", l, r): return ev(l) * ev(r)
        case Bin(op=op): raise ValueError(f"unknown {op}")
        case _: raise TypeError(type(t).__name__)
print(ev(Bin("+", Num(1), Bin("*", Num(2), Neg(Num(3))))), ev(Bin("*", Num(0), "never")), ev(Neg(Bin("+", Num(1), Num(1)))))
for t in (Bin("/", 1, 2), "x"):
    try:
        ev(t)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
