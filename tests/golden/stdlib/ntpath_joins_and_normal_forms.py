# Joining starts anew at another drive or root; normal forms have backslashes and no dots.
import ntpath

paths = ["", "a", "C:", "C:\\", "c:a", "D:b", "\\r", "/s/", "\\\\srv\\share", "..\\u"]
for one in paths:
    print([ntpath.join(one, other) for other in paths])
for path in ["a\\..\\..\\b", "C:..\\x", "C:\\..\\x", ".\\a", "a//b\\\\c", "", "C:", "\\\\srv\\share\\.\\x"]:
    print(ntpath.normpath(path), ntpath.normpath(path.encode()), ntpath.normcase(path + "UP/down"))
