"""The TypeError messages of calls with too few, too many or wrong arguments."""
def call(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print(error)


def none(): return ()
def one(a): return a
def two(a, b): return a, b
def default(a, b=2): return a, b
def three_default(a, b=2, c=3): return a, b, c
def star(a, *b): return a, b
def kwonly(*, a, b=2): return a, b
def kwonly3(*, a, b, c): return a, b, c
def pos(a, b, /, c): return a, b, c
def kws(a, **k): return a, k
def posdef(a=1, /, **k): return a, k


call(none, 1)
call(none, 1, 2)
call(none, x=1)
call(one)
call(one, 1, 2)
call(one, 1, a=2)
call(one, b=2)
call(one, 1, b=2)
call(two)
call(two, 1)
call(two, b=1)
call(two, 1, 2, 3)
call(default)
call(default, 1, 2, 3)
call(three_default)
call(three_default, 1, 2, 3, 4)
call(three_default, c=1)
call(star)
call(star, 1, 2, 3)
call(star, 1, 2, a=3)
call(kwonly)
call(kwonly, 1)
call(kwonly, 1, a=2)
call(kwonly, 1, 2, a=3, b=4)
call(kwonly3)
call(kwonly3, a=1)
call(kwonly3, b=1, c=2)
call(pos, 1, 2)
call(pos, 1, 2, 3, 4)
call(pos, 1, b=2, c=3)
call(pos, a=1, b=2, c=3)
call(kws)
call(kws, 1, 2)
call(kws, 1, a=1)
call(posdef, a=5)
call(posdef, 1, 2)
call(lambda x, y: 0, 1)
call(lambda: 0, 1)


class C:
    def m(self, a): return a
    def n(): return 0
    def __call__(self, x): return x


call(C().m)
call(C().m, 1, 2)
call(C.m, 1)
call(C().n)
call(C(), 1, 2)
call(C, 1)
