for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf-8-sig", "latin-1", "cp1252", "cp437", "ascii", "raw_unicode_escape", "unicode_escape", "iso8859-15", "koi8-r"):
    for text in ("aé€", "日", "ab"):
        try:
            data = text.encode(encoding)
            print(encoding, data, data.decode(encoding) == text)
        except (UnicodeError, LookupError) as error:
            print(encoding, type(error).__name__)
print("é".encode("UTF8"), "é".encode("u8"), "é".encode("L1"), "é".encode("utf_8"), b"\xff\xfea\x00".decode("utf-16"), b"\xfe\xff\x00a".decode("utf-16"), b"\xef\xbb\xbfa".decode("utf-8-sig"), ascii(b"\xef\xbb\xbfa".decode()))
