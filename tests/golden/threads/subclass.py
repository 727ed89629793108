import threading
class W(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"w{n}")
        self.n = n
        self.result = None
    def run(self): self.result = (threading.current_thread().name, self.n ** 2)
ws = [W(i) for i in range(4)]
for w in ws: w.start()
for w in ws: w.join()
print([w.result for w in ws])
