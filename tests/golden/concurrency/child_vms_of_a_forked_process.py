# A process that is a copy of another starts a new one: what it is to run is found there.
import multiprocessing
import os
import sys


class Pair:
    def __init__(self, number):
        self.number = number


def work(number):
    return Pair(number * 2)


def child(number):
    print("child", number, work(number).number, flush=True)


def spawn(number):
    process = multiprocessing.get_context("spawn").Process(target=child, args=(number,))
    process.start()
    process.join()
    return process.exitcode


def forked(connection):
    print([spawn(number) for number in range(10, 13)])
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print([pair.number for pair in pool.map(work, range(3))])
    connection.send(work(21))
    sys.stdout.flush()


if __name__ == "__main__":
    print([spawn(number) for number in range(2)])
    sys.stdout.flush()
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=forked, args=(theirs,))
    process.start()
    pair = ours.recv()
    print(type(pair) is Pair, pair.number)
    process.join()
    print(process.exitcode, [spawn(number) for number in range(20, 22)])
