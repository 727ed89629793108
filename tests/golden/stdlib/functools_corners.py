import functools
import inspect
import pickle


@functools.total_ordering
class Ordered:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value < other.value


for name in ("__gt__", "__le__", "__ge__"):
    method = getattr(Ordered, name)
    print(method.__name__, method.__qualname__, pickle.loads(pickle.dumps(method)) is method)
print(inspect.signature(functools.cmp_to_key(lambda a, b: 0)))
print(inspect.signature(functools.lru_cache(len).cache_info))
part = functools.partial(print)
for use in (lambda: part.__dict__.clear(), lambda: delattr(part, "__dict__")):
    try:
        use()
    except TypeError as error:
        print(error)
part.keywords[1] = 2
try:
    part()
except TypeError as error:
    print(error)
part.x = 1
part.__setstate__((print, (1,), {}, None))
print(part.__dict__, tuple([]) is tuple(""), (lambda: 0).__type_params__ is tuple([]))


@functools.lru_cache(maxsize=10)
def cached(x):
    return x


class Equal:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            cached(Equal(1))
        return self.x == other.x


cached(Equal(1))
cached(Equal(2))
print(cached(Equal(2)).x, cached.cache_info().currsize)
