"""Comparing files and folders."""

import os
import stat
from itertools import filterfalse
from types import GenericAlias

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]

_cache = {}


def clear_cache():
    """Forgets what has been compared."""
    _cache.clear()


def cmp(f1, f2, shallow=True):
    """Whether two files are equal; with `shallow`, those of one kind, size and time of change are taken to be."""
    one, two = _signature(os.stat(f1)), _signature(os.stat(f2))
    if one[0] != stat.S_IFREG or two[0] != stat.S_IFREG:
        return False
    if shallow and one == two:
        return True
    if one[1] != two[1]:
        return False
    key = f1, f2, one, two
    if key not in _cache:
        result = _are_equal(f1, f2)
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = result
    return _cache[key]


def _signature(status):
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def _are_equal(f1, f2):
    with open(f1, "rb") as one, open(f2, "rb") as two:
        while True:
            piece = one.read(BUFSIZE)
            if piece != two.read(BUFSIZE):
                return False
            if not piece:
                return True


def cmpfiles(a, b, common, shallow=True):
    """Compares files of the same names in two folders: (the equal ones, the others, those that cannot be compared)."""
    results = [], [], []
    for name in common:
        try:
            place = 0 if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else 1
        except (OSError, ValueError):
            place = 2
        results[place].append(name)
    return results


class dircmp:
    """Compares two folders; what is asked for is found when it is asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def _list(self, folder):
        hidden = {*self.hide, *self.ignore}
        return sorted(name for name in os.listdir(folder) if name not in hidden)

    def phase0(self):
        """What is in the folders."""
        self.left_list, self.right_list = self._list(self.left), self._list(self.right)

    def phase1(self):
        """What is in both, and what is in one."""
        left, right = set(self.left_list), set(self.right_list)
        self.common = [name for name in self.left_list if name in right]
        self.left_only = list(filterfalse(right.__contains__, self.left_list))
        self.right_only = list(filterfalse(left.__contains__, self.right_list))

    def phase2(self):
        """Files, folders and others among what is in both."""
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                one = stat.S_IFMT(os.stat(os.path.join(self.left, name)).st_mode)
                two = stat.S_IFMT(os.stat(os.path.join(self.right, name)).st_mode)
            except (OSError, ValueError):
                one = two = None
            if one is None or one != two:
                self.common_funny.append(name)
            elif one == stat.S_IFDIR:
                self.common_dirs.append(name)
            elif one == stat.S_IFREG:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        """Which files are equal."""
        found = cmpfiles(self.left, self.right, self.common_files, self.shallow)
        self.same_files, self.diff_files, self.funny_files = found

    def phase4(self):
        """The folders that are in both, compared."""
        self.subdirs = {
            name: self.__class__(
                os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide, shallow=self.shallow
            )
            for name in self.common_dirs
        }

    def phase4_closure(self):
        self.phase4()
        for inner in self.subdirs.values():
            inner.phase4_closure()

    def report(self):
        """Prints what differs."""
        print("diff", self.left, self.right)
        for names, words in (
            (self.left_only, f"Only in {self.left} :"), (self.right_only, f"Only in {self.right} :"),
            (self.same_files, "Identical files :"), (self.diff_files, "Differing files :"),
            (self.funny_files, "Trouble with common files :"), (self.common_dirs, "Common subdirectories :"),
            (self.common_funny, "Common funny cases :"),
        ):
            if names:
                names.sort()
                print(words, names)

    def report_partial_closure(self):
        """The same, and of the folders that are in both."""
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report()

    def report_full_closure(self):
        """The same, as deep as it goes."""
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report_full_closure()

    methodmap = {
        "subdirs": phase4, "same_files": phase3, "diff_files": phase3, "funny_files": phase3, "common_dirs": phase2,
        "common_files": phase2, "common_funny": phase2, "common": phase1, "left_only": phase1, "right_only": phase1,
        "left_list": phase0, "right_list": phase0,
    }

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)

    __class_getitem__ = classmethod(GenericAlias)
