import warnings
exec(compile("for c in range(2):\n    print(c)\n", "<x>", "single"))
exec(compile("1 + 1", "<x>", "single"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for source in "x = 5\nx is 5", "assert (1, 'a')", "'a\\d'", "(1)(2)", "'ab'['a']":
        compile(source, "<x>", "exec")
    ~True, [~x for x in (True, False)]
for warning in caught: print(warning.category.__name__, str(warning.message)[:60], warning.filename[-7:] == "<x>", warning.lineno)
warnings.simplefilter("error")
try: compile("1 is 1", "<x>", "exec")
except SyntaxError as error: print(error.msg, error.lineno)
namespace, outer = {}, {}
exec("y = 1\ndef f():\n    global y\n    y = 2\nf()\nprint(y)", namespace, outer)
print(namespace["y"], "y" in outer)
