t = (1, 2, 1, [3])
print(t.count(1), t.index(1, 1), t.index([3]), t + (5,), t * 2, t[::-1], 2 in t, t[-1], t[1:3], len(()), (1,) * 0)
t[3].append(4)
print(t)
for statement in ("t[0] = 5", "del t[0]", "t.append(1)", "t[0:1] = ()", "t.x = 1", "t.index(9)", "t.index(1, 3)", "t[9]", "t['a']", "hash(t)", "t + [1]", "t * 'a'", "t < [1]", "t.count()", "t.index()"):
    try:
        exec(statement)
    except Exception as error:
        print(statement, type(error).__name__, error)
old = t
t += (6,)
print(t, old is t, t[:] is t, tuple(t) is t)
