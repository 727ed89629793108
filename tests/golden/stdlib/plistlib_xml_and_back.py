# Property lists in XML: layout, types, order of keys.
import datetime
import plistlib

value = {"b": [1.5, True, False, "x<&>y", b"bytes" * 20], "a": 1, "d": datetime.datetime(2020, 1, 2, 3, 4, 5), "e": {},
         "f": [], "n": {"deep": {"data": b"\0\1"}}}
text = plistlib.dumps(value)
print(text.decode())
print(plistlib.loads(text) == value, plistlib.dumps({"z": 1, "y": 2}, sort_keys=False).decode().split("\n")[3:8])
print(plistlib.loads("<plist><array><integer>0x10</integer><data>YWI=</data><real>1e3</real></array></plist>"))
