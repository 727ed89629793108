# The parts of pure paths of Windows.
from pathlib import PureWindowsPath

for text in ["", "a", "C:", "C:\\", "C:/a/b.txt", "c:a\\b", "\\a\\b", "\\\\srv\\share", "//srv/share/x/y.tar.gz",
             "\\\\?\\C:\\x", "\\\\.\\NUL", "a\\..\\b", "./c:x"]:
    path = PureWindowsPath(text)
    print(repr(path), str(path), repr(path.drive), repr(path.root), path.parts, path.name, path.suffixes, path.stem)
    print(path.is_absolute(), path.as_posix(), [str(parent) for parent in path.parents])
