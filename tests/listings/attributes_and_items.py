class O: ...


o = O()
o.x = [1, 2, 3]
o.x[0] += 5
del o.x[1:2], o.x
