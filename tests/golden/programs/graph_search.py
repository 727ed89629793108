from collections import deque
maze = ["S.#.", "..#.", ".#..", "...E"]
def find(c):
    return next((r, i) for r, row in enumerate(maze) for i, x in enumerate(row) if x == c)
def bfs(start, end):
    q, seen = deque([(start, [start])]), {start}
    while q:
        (r, c), path = q.popleft()
        if (r, c) == end:
            return path
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = r + dr, c + dc
            if 0 <= n[0] < 4 and 0 <= n[1] < 4 and maze[n[0]][n[1]] != "#" and n not in seen:
                seen.add(n)
                q.append((n, path + [n]))
p = bfs(find("S"), find("E"))
print(len(p), p)
def topo(deps):
    out, state = [], {}
    def visit(n):
        if state.get(n) == 1:
            raise ValueError(f"cycle at {n}")
        if n not in state:
            state[n] = 1
            for m in deps.get(n, ()):
                visit(m)
            state[n] = 2
            out.append(n)
    for n in deps:
        visit(n)
    return out
print(topo({"app": ["lib", "log"], "lib": ["core"], "log": ["core"]}))
try:
    topo({"a": ["b"], "b": ["a"]})
except ValueError as e:
    print(e)
