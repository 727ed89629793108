import functools

key = functools.cmp_to_key(lambda a, b: (a % 3 > b % 3) - (a % 3 < b % 3))
print(sorted(range(9), key=key), max([4, 5, 6], key=key), key(4) == key(7), key(1) < key(2), key(5).obj)
for expression in ("hash(key(1))", "key(1) < 5", "key()", "key(1, 2)", "functools.cmp_to_key()", "key(1) == 1",
                   "functools.cmp_to_key(mycmp=min)(obj=3) <= key(2)"):
    try:
        print(expression, eval(expression))
    except TypeError as error:
        print(expression, "->", error)
bad = functools.cmp_to_key(lambda a, b: "x")
try:
    sorted([1, 2], key=bad)
except TypeError as error:
    print(error)
raising = functools.cmp_to_key(lambda a, b: 1 // 0)
try:
    sorted([1, 2], key=raising)
except ZeroDivisionError as error:
    print(error)
print(type(key(1)).__name__, type(key).__name__, sorted("bca", key=functools.cmp_to_key(lambda a, b: ord(b) - ord(a))))


def original(a: int, *, b: str = "x") -> float:
    """Original doc."""


original.note = ["n"]


@functools.wraps(original)
def wrapper(*args, **kw):
    return 1


print(wrapper.__name__, wrapper.__doc__, wrapper.__wrapped__ is original, wrapper.note is original.note,
      wrapper.__annotations__, wrapper.__module__, wrapper.__qualname__, wrapper.__type_params__)


class Callable:
    def __call__(self):
        pass


w = functools.update_wrapper(lambda: 1, Callable())
print(w.__name__, w.__doc__, w.__wrapped__.__class__.__name__)
w = functools.update_wrapper(lambda: 1, original, assigned=("__doc__", "nothing"), updated=())
print(w.__name__, w.__doc__, hasattr(w, "note"))
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
try:
    functools.update_wrapper(lambda: 1, original, updated=("missing",))
except AttributeError as error:
    print(error)
