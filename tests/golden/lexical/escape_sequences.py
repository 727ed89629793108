for escape in (r"\\", r"\'", r"\"", r"\a", r"\b", r"\f", r"\n", r"\r", r"\t", r"\v", r"\0", r"\1", r"\12", r"\123",
               r"\1234", r"\x41", r"\x410", r"\u0041", r"\U00000041", r"\N{LATIN SMALL LETTER A}", r"\N{bullet}"):
    print(escape, ascii(eval(f"'{escape}'")), end=" ")
    print(eval(f"b'{escape}'") if escape[1] not in "uUN" else "")
print(ascii("""a\
b
c"""))
