print("{} {} {0}".replace("{0}", "z").format(1, 2), "{1} {0} {1}".format("a", "b"), "{x} {y!r}".format(x=1, y="q"), "{{}} {}".format(5))
print("{0[1]} {0.__class__.__name__} {d[k]}".format([1, 2], d={"k": "v"}), "{:>{w}}|{:{f}^{w}}".format("a", "b", w=5, f="*"), "{!s:>5}".format(None))
print("{:,} {:_} {:.2%} {:+} {:e}".format(1234567, 1234567, 0.256, 5, 12345.0), "{:<5}|{:>5}|{:^5}|".format("l", "r", "c"))
for f in (lambda: "{}".format(), lambda: "{x}".format(), lambda: "{0} {}".format(1, 2), lambda: "{".format(), lambda: "}".format(), lambda: "{:d}".format("x"), lambda: "{!z}".format(1), lambda: "{0.x}".format(1), lambda: "{a[0]}".format(a=[])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
