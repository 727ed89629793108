exec("if 1:\n\ta = 1\n\tb = 2\n\tprint('tabs', a, b)")
exec("if 1:\n    if 1:\n    \tx = 1\n    \tprint('spaces then a tab', x)")
for source in ("if 1:\n        a = 1\n\tb = 2", "if 1:\n\ta = 1\n        b = 2", "if 1:\n  \ta = 1\n\tb = 2"):
    try:
        exec(source)
    except TabError as e:
        print(type(e).__name__, e.msg, e.lineno)
print(TabError.__mro__[1:3])
