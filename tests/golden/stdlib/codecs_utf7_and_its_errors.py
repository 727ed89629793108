# UTF-7: what is shifted into base64, and what is ill-formed.
for text in ["", "a+b", "\xe9", "\xe9a", "\xe9-", "a\u20acb!", "\U0001F600", "~\\", "Hi Mom -\u263a-!", "\x00",
    "\ud800\xe9"]:
    data = text.encode("utf-7")
    print(ascii(text), data, data.decode("utf-7") == text)
for data in [b"+", b"+-", b"+AG", b"+AGEx", b"a+!b", b"\xe9", b"+A\xe9", b"+AGF-", b"+2AA-", b"+AOk\x80", b"+AOk b"]:
    for errors in "strict", "ignore", "replace", "backslashreplace":
        try:
            print(data, errors, ascii(data.decode("utf-7", errors)))
        except UnicodeDecodeError as error:
            print(data, error)
