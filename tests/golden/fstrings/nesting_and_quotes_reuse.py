"""Quotes can be used again within fields, fields nest, and comments and newlines may stand in them."""
a, d = 5, {"k": [1, {"x": "y"}]}
print(f"{"same"}", f"{d["k"]}", f"{d['k'][1]["x"]}", f"{f"{f"{a}"}"}", f'{'a' 'b'}', f"{", ".join(["x", "y"])}", f"{"\n".join("ab")!r}", f"{'\''}", f"{"\\"}")
print(f"{
    a  # a comment
    + 1
}", f"""{
a}""", f"{a:{'>'}{10}}|", f"{a:{"0"}{a}d}", f"{a!r:>{a}}", f"{'a' if a else "b"}", f"{(lambda x: x * 2)(a)}", f"{[x for x in range(3)]}", f"{ {1: 2}[1] }", f"{{}}{{{a}}}", f"{a}{{a}}", f"{a=}", f"{a = }", f"{a=!s}", f"{a=:>4}", f"{d['k']=}", f"{a + 1 = !r:>5}", f"{'x'=}", f"{a,}", f"{a, 1}", f"{*d, 1}", f"{yes if (yes := a) else 0}", f"{a:=^5}" , f"{a!r}", f"{'é'!a}", f"{a:}", f"{'':5}|", f"{3.14159:.{a - 3}f}", f"{a:{''}}", rf"{a}\n", f"\N{DIGIT ONE}{a}", f"{a}\x41", rf"\{a}", f"{a:\x3e4}", f"{{", f"}}", f"", f"{a}" f"{a}" "{a}")
print(f"{a:%H{{}}}" if False else "", f"{a!s:{'^'}{7}}".strip(), f"{True:d}{None}{...}", f"{b'x'}", f"{1_000:,}", f"{-a:+}", f"{not a}", f"{a if a else a!r}", f"{a == 5}", f"{a != 5}", f"{a >= 5:d}", f"{a <= 5}", f"{'=' + 'x'}", f"{a:}}}")
