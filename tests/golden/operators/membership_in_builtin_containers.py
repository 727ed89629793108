"""`in` for texts wants texts, for bytes wants bytes or ints, and for ranges and dicts uses equality and hashes."""
for source in ("'a' in 'abc'", "'' in ''", "'' in 'a'", "1 in 'abc'", "'a' in b'abc'", "b'b' in b'abc'", "97 in b'abc'", "300 in b'abc'",
               "-1 in b'a'", "1.0 in b'a'", "b'' in b''", "5 in range(0, 10, 5)", "5.0 in range(10)", "'5' in range(10)", "True in range(2)",
               "2**70 in range(2**71)", "[] in {}", "1 in {1.0: 0}", "{} in [{}]", "None in []", "1 in 5", "1 in None", "1 in int",
               "(1, 2) in {1: 2}.items()", "(1, 3) in {1: 2}.items()", "1 in {1: 2}.items()", "[1] in {1: 2}.keys()", "2 in {1: 2}.values()",
               "set() in {frozenset()}", "[] in set()", "float('nan') in [1]", "bytearray(b'a') in b'abc'", "memoryview(b'a') in b'abc'",
               "1 in iter([1, 2])", "3 in iter([1, 2])", "'x' in (c for c in 'xyz')", "1 in slice(1)", "'ab' in ['a', 'b']", "object in [object]"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
it = iter([1, 2, 3, 4])
print(2 in it, list(it))
