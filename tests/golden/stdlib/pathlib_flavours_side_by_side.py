# Paths of both flavours know nothing of each other but their texts.
import pathlib
from pathlib import PurePath, PurePosixPath, PureWindowsPath

print(PurePosixPath(PureWindowsPath("a\\b")), PureWindowsPath(PurePosixPath("a/b")))
print(PurePosixPath("a") == PureWindowsPath("a"), PurePath.parser.__name__, PureWindowsPath.parser.__name__)
for pattern in ["*.PY", "A/*.py", "**/*.py", "b.py"]:
    print(pattern, PureWindowsPath("a\\b.py").match(pattern), PurePosixPath("a/b.py").match(pattern),
          PureWindowsPath("a\\b.py").full_match(pattern), PurePosixPath("a/b.py").full_match(pattern))
try:
    pathlib.WindowsPath("x")
except NotImplementedError as error:
    print(type(error).__name__, error)
print(sorted([PureWindowsPath("B"), PureWindowsPath("a"), PureWindowsPath("C:\\x")]))
