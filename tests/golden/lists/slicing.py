l = list(range(10))
print(l[2:5], l[:3], l[-3:], l[::3], l[::-1], l[8:2:-2], l[5:2], l[-100:100], l[:-1:4], l[:], l[-1:-4:-1])
m = l[:]
m[0] = "x"
print(l[0], m[0], l[slice(1, 3)], l[1:2] is l[1:2])
for f in (lambda: l[::0], lambda: l["a":], lambda: l[1.0:], lambda: l[10]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
