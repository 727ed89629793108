import difflib
import pprint
import shlex

print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # not"), shlex.split("x # y", comments=True), shlex.quote("it's"), shlex.quote("plain"), shlex.quote(""), shlex.join(["a b", "c"]), shlex.split("a'b'c\"d\""), shlex.split(""))
for text in ("'open", 'a "b', "back\\"):
    try:
        shlex.split(text)
    except ValueError as error:
        print(error)
a, b = ["one", "two", "three"], ["one", "2", "three", "four"]
print(list(difflib.unified_diff(a, b, "a", "b", lineterm="")), list(difflib.ndiff(a, b)), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3), difflib.SequenceMatcher(None, "abxcd", "abcd").get_opcodes())
data = {"name": "x" * 30, "list": list(range(12)), "nested": {"k": ("a" * 25, "b" * 25, {1, 2})}}
pprint.pprint(data, width=60)
pprint.pprint(data, depth=1)
pprint.pprint([1, 2], indent=4)
print(pprint.pformat("word " * 12, width=30), pprint.pformat({2: 1, 1: 2}), pprint.pformat({2: 1, 1: 2}, sort_dicts=False), pprint.isreadable([object()]), pprint.isrecursive([]), pprint.saferepr({"b": 1, "a": []}), pprint.pformat(123456789, underscore_numbers=True))
loop = [1]
loop.append(loop)
print("Recursion on list" in pprint.pformat(loop))
