"""Paths as objects: pure ones that only compute, and ones that look at files."""

from pathlib._files import Path, PosixPath, UnsupportedOperation, WindowsPath
from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

for _class in (UnsupportedOperation, PurePath, PurePosixPath, PureWindowsPath, Path, PosixPath, WindowsPath):
    _class.__module__ = "pathlib"
