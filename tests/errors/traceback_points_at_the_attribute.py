# exit: 1
# stderr: whole
class A:
    pass


a = A()
a.b = None
print(a.b.c.d)
