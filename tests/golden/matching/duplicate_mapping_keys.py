# Keys of a mapping pattern must differ: constants when it is compiled, others when it is matched.
for first, second in (("0", "False"), ("0", "0.0"), ("1", "True"), ("0", "0j"), ('"a"', '"b"')):
    try:
        exec(f"match ...:\n    case {{{first}: _, {second}: _}}: pass")
        print("fine")
    except SyntaxError as error:
        print(error.msg)


class Keys:
    KEY = "a"


try:
    match {"a": 0, "b": 1}:
        case {Keys.KEY: y, "a": z}:
            pass
except ValueError as error:
    print(error)
