a = [1]
b = [1]
c = a
print(a is c, a is b, a == b, id(a) == id(c), id(a) == id(b))
a.append(2)
print(c, b, a is c)
t = (a, 3)
a.append(4)
print(t)
try:
    t[0] += [5]
except TypeError as e:
    print(e, t)
print(type(a), type(type(a)), type(type(type(a))))
print(() is (), None is None, ... is Ellipsis, NotImplemented is NotImplemented)
