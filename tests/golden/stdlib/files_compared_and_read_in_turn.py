# filecmp, fileinput, netrc, colorsys.
import colorsys
import filecmp
import fileinput
import netrc
import os

for name, text in (
    ("a/same", "1"), ("b/same", "1"), ("a/other", "22"), ("b/other", "33"), ("a/only", "x"), ("b/inner/x", "1"),
    ("a/inner/x", "1"), ("a/inner/y", "2"), ("b/kind/z", ""), ("a/kind", "file"),
):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w") as file:
        file.write(text)
    os.utime(name, (1e9, 1e9))
print(filecmp.cmp("a/same", "b/same"), filecmp.cmp("a/other", "b/other"), filecmp.cmp("a/other", "b/other", shallow=False))
print(filecmp.cmpfiles("a", "b", ["same", "other", "nope"], shallow=False))
compared = filecmp.dircmp("a", "b", shallow=False)
print(compared.left_list, compared.right_only, compared.common_funny, compared.same_files, compared.diff_files)
compared.report_full_closure()
print({name: inner.left_only for name, inner in compared.subdirs.items()})

for name, text in ("one.txt", "first\nsecond\n"), ("two.txt", "third\nfourth"):
    with open(name, "w") as file:
        file.write(text)
with fileinput.input(("one.txt", "two.txt"), encoding="utf-8") as lines:
    for line in lines:
        print(repr(line), fileinput.filename(), lines.lineno(), lines.filelineno(), lines.isfirstline(), lines.isstdin())
with fileinput.FileInput("one.txt", inplace=True, backup=".old") as lines:
    for line in lines:
        print(line.strip().upper())
        if lines.isfirstline():
            lines.nextfile()
print(open("one.txt").read(), open("one.txt.old").read(), sorted(os.listdir(".")))
try:
    fileinput.lineno()
except RuntimeError as error:
    print(error)

with open("netrc", "w") as file:
    file.write('# comment\nmachine host login me password "se cret" account a\n\nmacdef go\ncd x\nls\n\ndefault login you password pw\n')
found = netrc.netrc("netrc")
print(found.hosts, found.macros, found.authenticators("host"), found.authenticators("elsewhere"))
print(found)
for text in "machine\n", "nonsense x\n", "machine h login a what b\n":
    with open("bad", "w") as file:
        file.write(text)
    try:
        print(netrc.netrc("bad").hosts)
    except netrc.NetrcParseError as error:
        print(error)

for colour in (0.2, 0.4, 0.6), (1.0, 0.0, 0.0), (0.5, 0.5, 0.5), (0.1, 0.9, 0.3), (0, 0, 0):
    for there, back in (
        (colorsys.rgb_to_hls, colorsys.hls_to_rgb), (colorsys.rgb_to_hsv, colorsys.hsv_to_rgb),
        (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb),
    ):
        other = there(*colour)
        print([round(value, 6) for value in other], [round(value, 6) for value in back(*other)])
