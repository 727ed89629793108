"""Negative numbers act as infinite two's complement; two bools give a bool."""
pairs = [(5, 3), (-5, 3), (5, -3), (-5, -3), (2**70 + 5, -3), (-2**70, 2**70 - 1), (-1, 2**100), (0, -1)]
for a, b in pairs:
    print(a & b, a | b, a ^ b, ~a, (a & b) + (a | b) == a + b)
print(True & True, True & 1, True | False, True ^ True, type(True ^ 1).__name__, ~5)
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(~eval("True"), ~eval("False"))
    print([str(w.message)[:40] for w in caught])
for source in ("1 & 1.0", "1 | 'a'", "~1.0", "1.0 ^ 1", "None | 1", "int | 1", "int | str", "[] & []", "~'a'", "{} | []", "{1} | [1]",
               "{1} & {2}", "{1: 2} | {1: 3}", "frozenset('a') | {'b'}", "{'b'} | frozenset('a')", "{}.keys() | [1]", "True & None"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, "|", error)
