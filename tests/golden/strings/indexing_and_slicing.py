s = "héllo😀"
print(s[0], s[-1], s[1:3], s[::-1], s[::2], s[10:], s[-3:-1], len(s), s[1], s[5], s[:-1], s[4:1:-1])
print("abc"[True], "abc"[-3], "a" in s, "😀" in s, list(s), s * 2, "" * 5, "ab" * -1)
for f in (lambda: s[6], lambda: s[-7], lambda: s["a"], lambda: s[1.0], lambda: s[::0]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
