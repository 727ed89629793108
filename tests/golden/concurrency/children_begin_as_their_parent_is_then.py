# Each child begins with what its parent has at that moment, however many children came before.
import multiprocessing
import os
import signal
import sys
import tempfile


class Noisy:
    def __del__(self):
        print("let go of at the end", flush=True)


def look(number, parent, folder):
    print(number, os.environ.get("NUMBER"), os.path.samefile(os.getcwd(), folder), os.getppid() == parent)
    print("mask", oct(os.umask(0o22)), "ignored", signal.getsignal(signal.SIGUSR2) == signal.SIG_IGN)
    print("name", multiprocessing.current_process().name, "parent", multiprocessing.parent_process().pid == parent)
    print("left behind", hasattr(multiprocessing, "left_behind"))
    multiprocessing.left_behind = number
    os.environ["NUMBER"] = "changed"
    sys.stdout.flush()


def keep():
    sys.modules["kept"] = Noisy()
    multiprocessing.kept = Noisy()


def fail():
    sys.stderr = open(os.devnull, "w")
    raise ValueError("no")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")

    def run(target, *args):
        process = context.Process(target=target, args=args)
        process.start()
        process.join()
        print("exit code", process.exitcode, flush=True)

    parent, first = os.getpid(), os.getcwd()
    for number in range(4):
        run(look, number, parent, first)
    with tempfile.TemporaryDirectory() as second:
        os.chdir(second)
        for number in range(4, 7):
            os.environ["NUMBER"] = str(number)
            run(look, number, parent, second)
        os.chdir(first)
    os.umask(0o77)
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    for number in range(7, 10):
        run(look, number, parent, first)
    del os.environ["NUMBER"]
    for number in range(3):
        run(keep)
        run(fail)
    print(multiprocessing.active_children())
