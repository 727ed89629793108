import difflib

a = "one\ntwo\nthree\nfour\ntabs\there\n".splitlines(True)
b = "ore\ntree\nemu\nfour\ntabs\tthere\nend\n".splitlines(True)
print("".join(difflib.ndiff(a, b)))
print("".join(difflib.unified_diff(a, b, "a", "b", "then", "now")))
print("".join(difflib.context_diff(a, b, "a", "b", n=1)))
print("".join(difflib.restore(difflib.ndiff(a, b), 2)) == "".join(b))
m = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(m.ratio(), 3), m.quick_ratio(), m.real_quick_ratio(), m.get_matching_blocks())
print(m.get_opcodes(), m.find_longest_match(0, 10, 0, 12))
junk = difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd")
print(junk.find_longest_match(), junk.bjunk)
long = difflib.SequenceMatcher(None, "x" * 250, "x" * 250 + "y")
print(long.ratio(), long.bpopular, difflib.SequenceMatcher(None, "x" * 250, "x" * 250 + "y", False).ratio())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
for group in difflib.SequenceMatcher(None, list(map(str, range(40))), list(map(str, range(8))) + ["i"] + list(map(str, range(9, 20))) + list(map(str, range(23, 38)))).get_grouped_opcodes():
    print(group)
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff\n"], [b"b\xff\n"])))
for bad in (lambda: difflib.get_close_matches("x", [], n=0), lambda: difflib.get_close_matches("x", [], cutoff=2),
            lambda: list(difflib.unified_diff([b"x"], ["x"])), lambda: list(difflib.restore([], 3))):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
