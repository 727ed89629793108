def key(k):
    print("key", k)
    return k
d = {"a": 1}
d[key("a")] += 10
print(d)
class A:
    n = 0
def get(a):
    print("get")
    return a
a = A()
get(a).n += 5
print(a.n, A.n)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e)
print(t)
