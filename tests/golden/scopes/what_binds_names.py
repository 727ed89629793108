import math as imported
from math import pi as renamed
def function(parameter): return "parameter" in locals()
class klass: pass
for loop in "x": pass
with open(__file__) as opened: pass
assigned = 1
annotated: int = 2
augmented = 1
augmented += 1
(walrus := 3)
[unpacked, *starred] = 1, 2
match {"k": 5}:
    case {"k": captured, **rest}: pass
type alias = int
print([n for n in globals() if not n.startswith("__")])
try: 1 / 0
except ZeroDivisionError as caught: print("caught" in globals())
print("caught" in globals(), function(1))
del assigned
print("assigned" in globals())
bare: int
print("bare" in globals())
