def f(x):
    class A:
        y = x * 2
        def m(self):
            return x
        z = [x for _ in range(2)]
    return A
A = f("outer")
print(A.y, A().m(), A.z)
