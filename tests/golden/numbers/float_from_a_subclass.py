class Metres(float):
    def __repr__(self):
        return f"{float(self)} m"


m = Metres(2.5)
print(m, [m], m + 1, type(m + 1).__name__, type(-m).__name__, type(abs(m)).__name__, m == 2.5, hash(m) == hash(2.5), {2.5: "found"}[m])
print(f"{m}", f"{m:.3f}", "%s %r %.1f" % (m, m, m), format(m), str(m), type(float(m)).__name__, type(m.real).__name__)
m.note = "kept"
print(m.note, m.__dict__, m.hex(), type(Metres.fromhex("0x1p1")).__name__, Metres("1e3"), Metres())
print(round(m), round(m, 1), type(round(m, 1)).__name__, sum([m, m]), max(m, 2.5), sorted([m, Metres(1)]))
