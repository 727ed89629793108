"""exec and eval with globals and built-ins that are instances of a subclass of dict: its own lookup counts."""
from collections import defaultdict


class Finder(dict):
    def __missing__(self, name):
        if name.startswith("found"):
            return name.upper()
        raise KeyError(name)


space = Finder(a=1)
exec("def f(): return found_one, a\nb = found_two", space)
print(space["b"], space["f"]())
print(eval("found_three, a", space))
print(eval("found_here", {"__builtins__": Finder()}))
print(eval("(lambda: found_there)()", {"__builtins__": Finder()}))
print(eval("[x for _ in 'ab']", defaultdict(lambda: 7, __builtins__={})))

for source in ["missing", "(lambda: missing)()"]:
    try:
        eval(source, Finder())
    except NameError as error:
        print(error)
    try:
        eval(source, {"__builtins__": Finder()})
    except NameError as error:
        print(error)
