"""Paths as objects: pure ones that only compute, and ones that look at files."""

from pathlib._files import Path, PosixPath, UnsupportedOperation
from pathlib._pure import PurePath, PurePosixPath

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "Path", "PosixPath"]

for _class in (UnsupportedOperation, PurePath, PurePosixPath, Path, PosixPath):
    _class.__module__ = "pathlib"
