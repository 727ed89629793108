def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
B = 10**30
l = [1, 2, 3]
for f in (lambda: [].insert(B, 1), lambda: [1].pop(B), lambda: l[B], lambda: [1] * B, lambda: l.index(2, -B, B), lambda: l[-B:B], lambda: (1,)*B, lambda: l.index(1, 1), lambda: l.index(3, -1), lambda: l.index(1, None), lambda: l.index(1,0,None), lambda: l.__setitem__(B, 1), lambda: l.__delitem__(5), lambda: l.__delitem__("a"), lambda: l * "a", lambda: l * 1.5, lambda: l + (1,), lambda: l.__add__(1), lambda: l.__iadd__(1), lambda: l.__imul__(2), lambda: l.__rmul__(2), lambda: l < 1, lambda: l < (1,), lambda: l == (1,2,3), lambda: l.__lt__([2]), lambda: l.__eq__(3), lambda: [1,2] < [1,"a"], lambda: hash(l), lambda: l.__contains__(1), lambda: l.__len__(1), lambda: l.__reversed__().__length_hint__(), lambda: (1,2,3).index(3, -1), lambda: (1,).index(1, "a"), lambda: (1,2).__getnewargs__(), lambda: (1,).__add__([1]), lambda: (1,)+[1], lambda: (1,) * "a", lambda: (1,2) < (1,"a"), lambda: tuple.__new__(int), lambda: (1,).__mul__(2), lambda: (1,).__getitem__("a"), lambda: (1,)[B], lambda: sorted([3,1,2],key=1), lambda: sorted([3,"a"]), lambda: [].sort(key=1), lambda: [1,2].sort(key=1), lambda: sorted([1,2],cmp=1), lambda: sorted("hello", reverse=True), lambda: sorted({3:1,1:2}), lambda: sorted([1.5, 1, True, 0.5]), lambda: sorted([(2,'b'),(1,'a'),(2,'a')]), lambda: sorted([[2],[1,2],[1]]), lambda: sorted(["b","a","é","Z",""]), lambda: sorted([float("nan"),1.0,0.5]), lambda: sorted([2**70, -2**70, 5, 2**60]), lambda: sorted([b"b",b"a"]), lambda: sorted([None, 1])):
    t(f)
class L(list): pass
a = L([1,2]); print(type(a + [1]), type(a * 2), type(a[:]), type(a.copy()), a == [1,2], [1,2] == a)
a += [3]; print(type(a), a); a *= 2; print(type(a), a)
class T(tuple): pass
b = T((1,2)); print(type(b + (1,)), type(b * 1), type(b[:]), type(T(b)), type(tuple(b)), b*1 is b)
c = (1,2); print(c * 1 is c, c[:] is c, tuple(c) is c, c + () is c, () + c is c)
# slices
for s in (slice(None), slice(1,3), slice(None,None,-1), slice(5,1,-2), slice(-100,100), slice(3,1), slice(1,1)):
    x = list(range(6)); print(x[s], end=" ")
    y = x[:]
    try: y[s] = "ab"; print(y, end=" ")
    except ValueError as e: print(e, end=" ")
    del x[s]; print(x)
x = list(range(6))
for v in (5, None):
    try: x[1:2] = v
    except TypeError as e: print(e)
    try: x[::2] = v
    except TypeError as e: print(e)
x[:] = x; x[1:1] = x; print(x); x[::2] = x[::2][::-1]; print(x)
x = [1,2,3]; x[1:] = (i for i in range(3)); print(x); x.extend(x); print(x); x += x; print(len(x)); x.extend(i for i in x[:2]); print(x)
