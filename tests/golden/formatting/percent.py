print("%d %i %s %r %x %X %o %c %c %%" % (5, -3, "s", "r", 255, 255, 8, "c", 65))
print("%5d|%-5d|%05d|%+d|% d|%5.2f|%e|%g|%G" % (42, 42, 42, 42, 42, 3.14159, 12345.678, 0.00001234, 1e20))
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2.55}, "%s" % (1,), "%s" % [1, 2], "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 1.234), "%.3s|%10.2s|" % ("abcdef", "xyz"))
print("%#x %#o %x" % (255, 8, -255), "%s %s" % ("a", None), "%a" % "é", "%5s|%-5s|" % ("ab", "cd"), "%d" % 3.99, "%d" % True)
for f in (lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%z" % 1, lambda: "%(a)s" % 1, lambda: "%c" % "ab", lambda: "%(q)s" % {}, lambda: "%x" % 1.5, lambda: "%"  % 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
