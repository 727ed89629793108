import threading
c, turn, log = threading.Condition(), 0, []
def player(me):
    global turn
    for i in range(5):
        with c:
            c.wait_for(lambda: turn == me)
            log.append(f"{me}{i}")
            turn = 1 - turn
            c.notify_all()
ts = [threading.Thread(target=player, args=(i,)) for i in (0, 1)]
for t in ts: t.start()
for t in ts: t.join()
print(*log)
