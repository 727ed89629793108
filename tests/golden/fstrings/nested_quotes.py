d = {"key": [1, 2], 'b': "x"}
print(f"{d["key"][0]} {d['b']} {", ".join(str(i) for i in d["key"])}")
print(f"{f"{f"{1 + 1}"}"}", f'{f'{"deep"}'}')
print(f"{"\n".join(["a", "b"])}")
