class MyList(list):
    def __getitem__(self, i):
        return ("got", super().__getitem__(i))
    def total(self):
        return sum(self)
l = MyList([1, 2, 3])
l.append(4)
print(l, l[0], l.total(), len(l), l == [1, 2, 3, 4], type(l + [1]).__name__, type(l[:2]).__name__)
class MyDict(dict):
    def __missing__(self, k):
        return f"no {k}"
d = MyDict(a=1)
print(d["a"], d["b"], d.get("c"), d)
class MyInt(int):
    def __add__(self, o):
        return MyInt(int(self) + o + 100)
print(MyInt(1) + 1, MyInt(2) * 3, type(MyInt(1) + 1).__name__, type(MyInt(1) - 1).__name__)
class MyTuple(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)
print(MyTuple(1, 2), MyTuple(1)[0], MyTuple(3) == (3,))
class MyErr(Exception): pass
print(repr(MyErr(1)), str(MyErr("x")))
