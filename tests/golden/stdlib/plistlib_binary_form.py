# Property lists in the binary form: shared objects are stored once.
import datetime
import plistlib

value = {"s": "x", "t": ["x", "x", 1, 300, -5, 2**40, 2**63], "d": datetime.datetime(2001, 1, 2), "u": "\u00fcn",
    "b": b"\0" * 20}
data = plistlib.dumps(value, fmt=plistlib.FMT_BINARY)
print(data.hex())
print(plistlib.loads(data) == value, plistlib.loads(data, fmt=plistlib.FMT_BINARY)["t"])
print(plistlib.loads(plistlib.dumps({"u": plistlib.UID(5)}, fmt=plistlib.FMT_BINARY)))
