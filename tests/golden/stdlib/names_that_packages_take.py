import copy
import copyreg
import email.utils
import enum
import types
import urllib.request

for name in ("COMMASPACE", "CRLF", "EMPTYSTRING", "TICK", "UEMPTYSTRING", "escapesre", "specialsre",
             "supports_strict_parsing"):
    print(name, repr(getattr(email.utils, name)))
print(enum.DynamicClassAttribute is types.DynamicClassAttribute, copy.dispatch_table is copyreg.dispatch_table)
for text in ('a,b, "c,d" , e="f\\"g,h"', "", "x", 'realm="a b", nonce=1,opaque', '"unclosed, x', 'a="b\\,c"'):
    print(urllib.request.parse_http_list(text))
print(urllib.request.parse_keqv_list(["a=1", 'b="2"', 'c=""', 'd="x=y"']))
try:
    urllib.request.parse_keqv_list(["a"])
except ValueError as error:
    print(error)
