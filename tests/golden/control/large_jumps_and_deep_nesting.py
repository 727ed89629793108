x = 0
for a in range(2):
    for b in range(2):
        for c in range(2):
            for d in range(2):
                for e in range(2):
                    if a:
                        if b:
                            if c:
                                if d:
                                    if e:
                                        x += 1
                                    else:
                                        x += 10
                                else:
                                    x += 100
                            elif d and e:
                                x += 1000
print(x)
src = "def f(n):\n    t = 0\n    while n:\n        n -= 1\n" + "        t += n * 2 - 1\n" * 3000 + "        if t < 0: break\n    return t"
ns = {}
exec(src, ns)
print(ns["f"](3))
src = "def g(n):\n" + "".join(f"    {'el' if i else ''}if n == {i}: return {i * i}\n" for i in range(400)) + "    return -1"
exec(src, ns)
print(ns["g"](0), ns["g"](399), ns["g"](400))
