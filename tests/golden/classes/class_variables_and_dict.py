class A:
    items = []
    count = 0
    def add(self, x):
        self.items.append(x)
        self.count += 1
a, b = A(), A()
a.add(1)
b.add(2)
print(A.items, A.count, a.count, "count" in vars(a), "items" in vars(a))
A.count = 10
print(b.count, A().count)
a.__dict__["new"] = 5
print(a.new, type(A.__dict__).__name__)
try:
    A.__dict__["x"] = 1
except TypeError as e:
    print(e)
