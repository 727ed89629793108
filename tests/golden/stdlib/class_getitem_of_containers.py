"""Queues, arrays and directory entries take arguments, as lists do."""
import array
import os
import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue, array.array, os.DirEntry):
    alias = kind[int]
    print(alias, type(alias).__name__, alias.__origin__ is kind, alias.__args__)
print(queue.Queue[int](3).maxsize, array.array[int]("b", [1, 2]))


class Jobs(queue.Queue[str]):
    pass


jobs = Jobs()
jobs.put("one")
print(jobs.get(), Jobs.__orig_bases__, Jobs[int])
