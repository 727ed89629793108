class Money:
    def __init__(self, v):
        self.v = v
    def __format__(self, spec):
        return f"<{self.v}:{spec}>"
    def __repr__(self):
        return "Money()"
m = Money(5)
print(f"{m} {m:abc} {m!r} {m!r:>10} {m:{'x' * 3}}")
class Plain:
    def __str__(self):
        return "plain"
print(f"{Plain()}")
try:
    f"{Plain():>10}"
except TypeError as e:
    print(e)
try:
    f"{3:s}"
except ValueError as e:
    print(e)
