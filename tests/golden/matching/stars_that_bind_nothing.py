import collections.abc
class Seq(collections.abc.Sequence):
    __getitem__ = None
    def __len__(self): return 0
match Seq():
    case []: print("seq")
class S2(collections.abc.Sequence):
    def __getitem__(self, i): print("get", i); return i
    def __len__(self): return 5
for subject in S2(), range(1<<40), [1,2,3], (1,), "abc", collections.UserDict({2: 3}), collections.UserList([1, 2]), collections.deque([1,2,3]), 5:
    match subject:
        case a, *_, b, c: print(a, b, c)
        case [x, *_]: print('x', x)
        case {2: y}: print('map', y)
        case [*_]: print('any')
        case _: print('no')
class R: 
    def __len__(s): return 1
    def __getitem__(s, i): return [7][i]
match R():
    case [x]: print('bad')
    case _: print("not registered")
collections.abc.Sequence.register(R)
match R():
    case [x]: print(x)
def f(v):
    match v:
        case [1, *_] | [*_, 1]: return 'one'
        case [*_, [y, *_]]: return y
        case (*_,): return 'seq'
for v in [1,2],[2,1],[3,[4,5]],[],[2],(9,(8,)): print(f(v))
