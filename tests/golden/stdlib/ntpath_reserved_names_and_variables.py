# Names that Windows keeps for itself; variables and homes in paths.
import ntpath
import os

for name in ["NUL", "nul.txt", "COM1", "com0", "LPT9.x", "con ", "a.", "a ", "x?y", "ok.txt", ".", "..", "CONIN$",
    "a/aux"]:
    print(repr(name), ntpath.isreserved(name))
os.environ.update(FOO="bar", USERPROFILE="C:\\Users\\me", USERNAME="me")
for text in ["$FOO/x", "%FOO%y", "${FOO}", "$NO %NO% ${NO}", "'$FOO'$FOO", "$$FOO", "%%FOO%", "${FOO", "%FOO", "$"]:
    print(ntpath.expandvars(text), end=" | ")
print()
print([ntpath.expanduser(text) for text in ["~", "~\\x", "~you/x", "~me", "x~"]])
