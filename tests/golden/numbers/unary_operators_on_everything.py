class Signed:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"


s = Signed()
print(-s, +s, ~s, not s, -(-3), --3, +-+3, ~~7, -True, +True, - - -1.5, -0, -0.0, +-0.0)
for value in ("a", [], None, {}, int, b"x", ...):
    for call in (lambda: -value, lambda: +value, lambda: ~value):
        try:
            call()
        except TypeError as error:
            print(error)
try:
    ~1.5
except TypeError as error:
    print(error)
