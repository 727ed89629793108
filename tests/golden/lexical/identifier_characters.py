good = ["_", "_1", "ö", "变量", "x·", "ℵ", "a\u0301", "℘", "ﾟ" + "a", "𝐱", "x" * 1000]
bad = ["1a", "a-b", "a b", "", "€", "a²", "½", "·x", "😀", "a.b", "٣"]
print([name.isidentifier() for name in good])
print([name.isidentifier() for name in bad])
for name in good:
    if name.isidentifier():
        exec(f"{name} = 1")
for name in bad:
    try:
        exec(f"{name} = 1")
    except SyntaxError as e:
        print(ascii(name), "->", ascii(e.msg))
    except NameError as e:
        print(ascii(name), "->", e)
