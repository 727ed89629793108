"""Differences side by side, as HTML."""

import difflib

old = ["one\n", "two two two two two two two two\n", "three\n", "x\n", "x\n", "x\n", "x\n", "x\n", "\ttab & <i>\n", "gone\n"]
new = ["one\n", "two two TWO two two two two two\n", "tree\n", "emu\n", "x\n", "x\n", "x\n", "x\n", "x\n", "\ttab & <b>\n"]
for maker in difflib.HtmlDiff(), difflib.HtmlDiff(tabsize=2, wrapcolumn=20):
    print(maker.make_table(old, new))
    print(maker.make_table(old, new, "before", "after", context=True, numlines=1))
print(difflib.HtmlDiff(wrapcolumn=10).make_file(["a\n", "b\n", "same\n"], ["a\n", "c & <d>\n", "same\n"], "from", "to"))
print(difflib.HtmlDiff().make_table(["same\n"], ["same\n"], context=True))
print(difflib.HtmlDiff().make_table(["same\n"], ["same\n"]))
print(difflib.HtmlDiff().make_table([], []))
print(difflib.HtmlDiff().make_table(["a\n", "\n", "b\n"], []))
print(difflib.HtmlDiff().make_table([], ["ä\n"]), difflib.HtmlDiff().make_file(["ä"], ["ö"], charset="ascii")[-900:-600])
