# Pure paths of Windows joined and related: drives start anew, case does not matter.
from pathlib import PurePosixPath, PureWindowsPath

drive = PureWindowsPath("C:\\Users")
for other in ["me", "D:", "D:x", "\\root", "c:more", "..", "\\\\srv\\share"]:
    print(drive / other, end=" | ")
print()
print(PureWindowsPath("C:\\A\\b").relative_to("c:/a"), PureWindowsPath("C:\\A").is_relative_to("C:\\b"))
for attempt in [lambda: PureWindowsPath("C:\\A").relative_to("D:\\A"), lambda: PureWindowsPath("a").as_uri(),
                lambda: PureWindowsPath("a\\b").with_name("q/r"), lambda: PureWindowsPath("C:\\").with_name("x"),
                lambda: PureWindowsPath("a") < PurePosixPath("a")]:
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(PureWindowsPath("A/B") == PureWindowsPath("a\\b"), hash(PureWindowsPath("A")) == hash(PureWindowsPath("a")))
print(PureWindowsPath("c:/a b").as_uri(), PureWindowsPath("//srv/share/x").as_uri())
