print("a b  c".split(), "a b  c".split(" "), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "  x  ".split(), " a b ".rsplit(None, 1))
print("a\nb\r\nc\rd\x0be".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "a::b::c".split("::"))
print(",".join(["a", "b"]), "".join("abc"), "-".join([]), ", ".join(str(i) for i in range(3)))
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"))
for f in (lambda: "a".split(""), lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: "a".partition("")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
