# Drives, shares and devices, what is root and what is rest.
import ntpath

for path in ["", "a", "C:", "C:\\", "C:/a/b.txt", "c:a\\b", "\\a\\b", "/a/", "\\\\srv\\share", "\\\\srv\\share\\x",
             "//srv/share/x/y.tar.gz", "\\\\?\\UNC\\srv\\sh\\q", "\\\\?\\C:\\x", "\\\\.\\NUL", "\\\\srv", "...x.y"]:
    print(repr(path), ntpath.splitroot(path), ntpath.splitdrive(path), ntpath.isabs(path))
    print(ntpath.split(path), ntpath.splitext(path), ntpath.splitroot(path.encode()))
