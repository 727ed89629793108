# What is no property list, and what cannot be in one.
import plistlib

for attempt in [lambda: plistlib.loads(b"junk"), lambda: plistlib.dumps({1: 2}), lambda: plistlib.dumps(None),
                lambda: plistlib.dumps("\x01"), lambda: plistlib.loads(b"bplist00junk"),
                lambda: plistlib.loads(b"<plist><a>"),
                lambda: plistlib.loads(b"<plist><dict><string>x</string></dict></plist>"), lambda: plistlib.UID(-1),
                lambda: plistlib.UID("x"), lambda: plistlib.dumps(2**64), lambda: plistlib.dumps([1], fmt=3),
                lambda: plistlib.loads("x", fmt=plistlib.FMT_BINARY)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(plistlib.dumps({1: 2, "k": 3}, skipkeys=True, sort_keys=False).decode().split("\n")[3:6])
