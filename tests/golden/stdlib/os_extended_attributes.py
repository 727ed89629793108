"""Extended attributes of files, where the file system has them."""

import os


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


open("file", "w").close()
os.symlink("file", "link")
print(os.setxattr("file", "user.note", b"hello"))
print(os.getxattr("file", "user.note"), os.getxattr("link", b"user.note"))
with open("file") as file:
    os.setxattr(file.fileno(), "user.other", bytearray(b"\0\1"), os.XATTR_CREATE)
    print(sorted(os.listxattr(file.fileno())), os.getxattr(file.fileno(), "user.other"))
print(attempt(os.setxattr, "file", "user.note", b"x", os.XATTR_CREATE))
print(attempt(os.setxattr, "file", "user.none", b"x", os.XATTR_REPLACE))
print(os.setxattr("file", "user.note", b"", os.XATTR_REPLACE), os.getxattr("file", "user.note"))
print(os.removexattr("file", "user.note"), os.listxattr("file"))
print(attempt(os.getxattr, "file", "user.note"))
print(os.listxattr("link", follow_symlinks=False), os.listxattr(), os.listxattr(None))
print(attempt(os.getxattr, 0, "user.note", follow_symlinks=False))
print(attempt(os.listxattr, 1.5))
print(attempt(os.getxattr, "absent", "user.note"))
