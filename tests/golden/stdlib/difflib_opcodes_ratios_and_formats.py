import difflib
from difflib import SequenceMatcher, context_diff, get_close_matches, ndiff, restore, unified_diff

for a, b in (("qabxcd", "abycdf"), ("", ""), ("abc", ""), ("", "abc"), ("abab", "baba"), ([1, 2, 3], [1, 3, 2]), ("private", "volatile")):
    s = SequenceMatcher(None, a, b)
    print(a, b, round(s.ratio(), 4), round(s.quick_ratio(), 4), round(s.real_quick_ratio(), 4), s.get_opcodes())
    print(s.find_longest_match(), [tuple(m) for m in s.get_matching_blocks()])
s = SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd")
print(s.find_longest_match(0, 5, 0, 9), s.bjunk, sorted(s.b2j), s.bpopular)
long = SequenceMatcher(None, "x" * 5, "x" * 300 + "y")
print(long.bpopular, SequenceMatcher(None, "x", "x" * 300, autojunk=False).bpopular, long.ratio())
s.set_seq2("zz")
print(s.ratio(), list(s.get_grouped_opcodes(1)))
print(list(SequenceMatcher(None, range(30), [*range(10), 99, *range(11, 25), 98, *range(26, 30)]).get_grouped_opcodes(2)))
try:
    SequenceMatcher(None, [[]], [[]])
except TypeError as error:
    print(error)
a = "one\ntwo\nthree\nfour\n".splitlines(True)
b = "ore\ntree\nfour\nemu\n".splitlines(True)
for lines in (ndiff(a, b), unified_diff(a, b, "old", "new", "t1", "t2"), context_diff(a, b, "old", "new"), unified_diff(a, a),
              unified_diff(["a"], ["b"], lineterm=""), unified_diff([], b, n=0), context_diff(a, [], n=1)):
    print("".join(lines))
diff = list(ndiff(a, b))
print(list(restore(diff, 2)) == b)
try:
    list(restore(diff, 3))
except ValueError as error:
    print(error)
print(get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), get_close_matches("wheel", ["while", "heel", "eel"], 1),
      get_close_matches("x", []), get_close_matches("apple", ["APPLE"]))
for args in ((("a", [], 0),), (("a", [], 3, 2.0),)):
    try:
        get_close_matches(*args[0])
    except ValueError as error:
        print(error)
try:
    list(unified_diff([b"a"], ["a"]))
except TypeError as error:
    print(str(error)[:60])
print(list(difflib.diff_bytes(unified_diff, [b"a\n"], [b"b\n"], b"x", b"y")), difflib.IS_LINE_JUNK("  # \n"), difflib.IS_CHARACTER_JUNK("\t"))
print("".join(difflib.Differ().compare(["  1. Beautiful\n", "  2. Explicit\n"], ["  1. Beautifull\n", "  3. Simple\n", "  2. Explicit.\n"])))
