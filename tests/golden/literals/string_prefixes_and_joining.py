print("a" 'b' """c""" r"\d" f"{1}" "e", b"a" rb"\x", "line \
continued", "tab\tq\"uote\'", '\x41\101\u0041\U00000041\N{LATIN SMALL LETTER A}', "\a\b\f\v".encode(), "null\0char".encode(), R"\n", F"{2}", rF"\{3}", bR"\q", u"unicode")
print('''multi
  line''', "\
joined", r"\"", len(r"\\"), len("\\"), "'" '"', "\r\n".encode(), """"quoted" inside""")
for source in ("'a", '"""a', "'a\nb'", "'\\x4'", "'\\u12'", "'\\N{no such name}'", "'\\U00110000'", "b'é'", "b'\\x4'", "ur'a'", "bf'a'", "'a' b'b'", "r'\\'", "fb''", "'\\N'", "''''"):
    try:
        print(source.encode(), repr(eval(source)))
    except SyntaxError as error:
        print(source.encode(), "|", error.msg)
