log = []
def d(n):
    log.append(f"make {n}")
    def w(f):
        log.append(f"apply {n}")
        return f
    return w
@d(1)
@d(2)
def f(x=log.append("default")): ...
print(log)
handlers = {}
def on(name):
    def w(f):
        handlers[name] = f
        return f
    return w
@on("start")
def start(): return "started"
@on("stop")
def stop(): return "stopped"
print([handlers[k]() for k in handlers])
