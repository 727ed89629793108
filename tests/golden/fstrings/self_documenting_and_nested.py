x, name, items = 3, "näme", [1, 2]
print(f"{x=}", f"{x = }", f"{x=!s}", f"{name=}", f"{name=:>8}", f"{x + 1 = :03d}", f"{items[0]=}", f"{len( name )=}", f"{'a' 'b'=}")
print(f"{x:{x}}", f"{x:{'>' if x else '<'}{x + 2}}", f"{f'{f"{x}"}'}", f"{'\n'.join(name)!r}", f"{ {'k': 1}['k'] }", f"{(lambda n: n * 2)(x)}", f"{x!r:^{5}}", f"{{{x}}}", f"{{x}}", f"""{
    x  # a comment
}""")
print(rf"\d{x}\n", f"{x}" "{x}", f"\N{BULLET}{x}", f"{3.14:10.{x}}", f"{'q':{'*'}^{5}}", f"{True:d}{None}{...}")
for source in ("f'{'", "f'}'", "f'{}'", "f'{a!x}'", "f'{a!}'", "f'{a b}'", "f'{a:{b:{c}}}'", "f'{*a}'", "f'{yield}'", "f'{lambda x: 1}'", "f'{a = b}'", "f'{!r}'", "f'{a:{'", "f'{a]}'", "f'{(a}'"):
    try:
        compile(source, "s", "eval")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "|", error.msg)
