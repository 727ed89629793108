a = [x * 2 for x in range(3)]
b = {k: v for k, v in zip(a, a)}
c = {x for row in [a, a] for x in row if x}
