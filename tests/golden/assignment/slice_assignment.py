l = list(range(6))
l[1:3] = "ab"
print(l)
l[1:3] = []
print(l)
l[2:2] = [9, 9]
print(l)
l[::2] = [0, 0, 0]
print(l)
l[:] = [1]
print(l)
l[5:] = [2]
print(l)
try:
    l[::2] = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    l[0:1] = 5
except TypeError as e:
    print(e)
