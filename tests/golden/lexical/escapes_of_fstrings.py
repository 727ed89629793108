# Backslashes that mean nothing before the fields of f-strings, and numbers that touch keywords.
import warnings

sources = [
    'f"\\{x}"', 'f"\\d{x}\\w"', 'f"{x:\\d}"', '"\\d"', 'rf"\\{x}"', 'f"\\{{x}}"', 'f"a\\{x}b\\{y}"', 'f"{x}\\}}"',
    'f"""a\n\\d{x}\n\\q"""', '"""a\n\\d"""', 'f"\\400{x}"', 'f"\\N{nope}"', 'f"{x}\\N{nope} {y}"', 'f"\\x1{x}"',
    'f"""\n\\x1{x}\n"""', "1if x else y", "1or 2", "0x1for x in y", "1in x", "1and x", "1 if 1else 2", "1e5or 2",
]
for source in sources:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<source>", "eval")
            found = "fine"
        except SyntaxError as error:
            found = (error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
        print(repr(source), found, [(warning.category.__name__, str(warning.message), warning.lineno) for warning in caught])
