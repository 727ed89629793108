def run(src):
    env, out = {}, []
    prog = [l.split() for l in src.strip().splitlines()]
    pc = 0
    val = lambda t: env[t] if t in env else int(t)
    while pc < len(prog):
        op, *a = prog[pc]
        pc += 1
        if op == "set": env[a[0]] = val(a[1])
        elif op == "add": env[a[0]] += val(a[1])
        elif op == "mul": env[a[0]] *= val(a[1])
        elif op == "print": out.append(val(a[0]))
        elif op == "jnz" and val(a[0]): pc += int(a[1])
    return out
print(run("""set n 5
set f 1
mul f n
add n -1
jnz n -3
print f
print n"""))
