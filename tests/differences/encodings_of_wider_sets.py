# difference: JIS X 0213 and Big5-HKSCS are unknown encodings
# cause: The tables of East Asian characters are those of a library made for the web, which has neither.
# workaround: Convert such texts to UTF-8 beforehand, with `iconv` for instance.
for name in ["big5hkscs", "euc_jis_2004", "shift_jisx0213", "iso2022_jp_3", "iso2022_jp", "johab"]:
    try:
        print(name, "漢字".encode(name))
    except LookupError as error:
        print(error)
