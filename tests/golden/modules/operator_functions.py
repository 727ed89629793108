import operator as op
print(op.add(1, 2), op.mul(3, 4), op.sub(5, 1), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.neg(5), op.not_(0), op.lt(1, 2), op.eq(1, 1), op.and_(6, 3), op.contains([1], 1), op.getitem([5], 0), op.concat("a", "b"), op.is_(None, None), op.index(5), op.truth([]), op.pow(2, 3), op.xor(5, 1))
class A: x = 1; y = "b"
A.B = A
print(op.itemgetter(1)("abc"), op.itemgetter(0, 2)("abc"), op.attrgetter("x")(A), op.attrgetter("B.x", "y")(A), op.methodcaller("upper")("a"), op.methodcaller("split", ",")("a,b"))
l = [1]
op.setitem(l, 0, 5); op.iadd(l, [6])
print(l, op.countOf([1, 1], 1), op.indexOf([3, 4], 4))
op.delitem(l, 0)
print(l)
