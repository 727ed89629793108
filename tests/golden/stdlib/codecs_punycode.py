# Punycode there and back, and what is no Punycode.
for text in ["", "abc", "b\xfccher", "\xfc", "\u65e5\u672c\u8a9e", "\xdcBER", "a-b-\xfc",
    "3\u5e74B\u7d44\u91d1\u516b\u5148\u751f"]:
    data = text.encode("punycode")
    print(ascii(text), data, data.decode("punycode") == text)
for data in [b"abc-", b"-", b"a!-b!", b"BCHER-KVA", b"99999999", b"a-\xff", b"zzz"]:
    for errors in "strict", "ignore":
        try:
            print(data, errors, ascii(data.decode("punycode", errors)))
        except UnicodeError as error:
            print(data, error)
