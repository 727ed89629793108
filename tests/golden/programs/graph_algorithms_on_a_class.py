import heapq
from collections import defaultdict, deque
from math import inf


class Graph:
    def __init__(self, edges=(), directed=True):
        self.adj = defaultdict(dict)
        self.directed = directed
        for a, b, *w in edges:
            self.add(a, b, *w)

    def add(self, a, b, weight=1):
        self.adj[a][b] = weight
        self.adj[b]
        if not self.directed:
            self.adj[b][a] = weight

    def bfs(self, start):
        seen, todo = {start: 0}, deque([start])
        while todo:
            node = todo.popleft()
            for other in self.adj[node]:
                if other not in seen:
                    seen[other] = seen[node] + 1
                    todo.append(other)
        return seen

    def topological(self):
        state, order = {}, []

        def visit(node, path):
            if state.get(node) == "open":
                raise ValueError("cycle: " + ">".join(path[path.index(node):] + [node]))
            if node not in state:
                state[node] = "open"
                for other in self.adj[node]:
                    visit(other, path + [node])
                state[node] = "done"
                order.append(node)
        for node in list(self.adj):
            visit(node, [])
        return order[::-1]

    def shortest(self, start):
        best, prev, heap = {start: 0}, {}, [(0, start)]
        while heap:
            d, node = heapq.heappop(heap)
            if d > best[node]:
                continue
            for other, w in self.adj[node].items():
                if (nd := d + w) < best.get(other, inf):
                    best[other], prev[other] = nd, node
                    heapq.heappush(heap, (nd, other))
        return best, prev

    def all_pairs(self):
        nodes = list(self.adj)
        d = {a: {b: 0 if a == b else self.adj[a].get(b, inf) for b in nodes} for a in nodes}
        for k in nodes:
            for i in nodes:
                for j in nodes:
                    d[i][j] = min(d[i][j], d[i][k] + d[k][j])
        return d

    def spanning_tree(self):
        parent = {n: n for n in self.adj}

        def find(n):
            while parent[n] != n:
                parent[n] = n = parent[parent[n]]
            return n
        edges = sorted((w, a, b) for a, row in self.adj.items() for b, w in row.items() if a < b)
        for w, a, b in edges:
            ra, rb = find(a), find(b)
            if ra != rb:
                parent[ra] = rb
                yield a, b, w

    def components(self):
        """Tarjan's strongly connected components, without recursion."""
        index, low, stack, on, out, n = {}, {}, [], set(), [], 0
        for root in self.adj:
            if root in index:
                continue
            work = [(root, iter(self.adj[root]))]
            index[root] = low[root] = n
            n += 1
            stack.append(root)
            on.add(root)
            while work:
                node, it = work[-1]
                for other in it:
                    if other not in index:
                        index[other] = low[other] = n
                        n += 1
                        stack.append(other)
                        on.add(other)
                        work.append((other, iter(self.adj[other])))
                        break
                    elif other in on:
                        low[node] = min(low[node], index[other])
                else:
                    work.pop()
                    if work:
                        low[work[-1][0]] = min(low[work[-1][0]], low[node])
                    if low[node] == index[node]:
                        component = []
                        while True:
                            w = stack.pop()
                            on.discard(w)
                            component.append(w)
                            if w == node:
                                break
                        out.append(sorted(component))
        return out


dag = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"),
             ("socks", "shoes")])
print(dag.topological(), dag.bfs("trousers"))
dag.add("jacket", "shirt")
try:
    dag.topological()
except ValueError as error:
    print(error)
print(sorted(dag.components()))
g = Graph([("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8)], directed=False)
print(g.shortest("a"), list(g.spanning_tree()), sum(w for *_, w in g.spanning_tree()))
for a, row in g.all_pairs().items():
    print(a, [f"{d:2}" for d in row.values()])
h = Graph([("x", "y", 2), ("y", "z", -5), ("q", "x", 1)])
print(h.all_pairs()["q"]["z"], h.all_pairs()["z"]["x"], h.components())
long = Graph((str(i), str(i + 1)) for i in range(5000))
print(len(long.components()), max(long.bfs("0").values()), long.shortest("0")[0]["5000"])
