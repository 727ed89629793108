text = "aé€😀\ud800"
for handler in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    print(handler, text.encode("ascii", handler))
print(text.encode("utf-8", "surrogatepass"), "\udc80".encode("utf-8", "surrogateescape"), text.encode("latin-1", "replace"), text[:4].encode("utf-16-le"))
for arguments in (("ascii",), ("latin-1",), ("utf-8",), ("utf-16",), ("ascii", "unknown"), ("no-such",), (3,), ("utf-8", 3), ("rot13",), ("hex",)):
    try:
        print(text.encode(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
print("x".encode(), "x".encode(encoding="UTF_8"), "x".encode(errors="strict"), "é".encode("Latin1"), "é".encode("cp1252"))
