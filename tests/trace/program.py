import multiprocessing
import os
import signal
import threading
import time

lock = threading.Lock()


def count(n):
    total = 0
    for i in range(n):
        total += i
    return total


def take_turns():
    for _ in range(3):
        with lock:
            count(20_000)
            time.sleep(0.001)


def die():
    count(1000)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    threads = [threading.Thread(target=count, args=(200_000,), name=f"counter-{i}") for i in range(2)]
    threads += [threading.Thread(target=take_turns, name=f"locker-{i}") for i in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(count, [1000, 2000, 3000, 4000]))
    dying = multiprocessing.Process(target=die, name="</script>")
    dying.start()
    dying.join()
    forked = multiprocessing.get_context("fork").Process(target=count, args=(1000,), name="forked")
    forked.start()
    forked.join()
    raise SystemExit(3)
