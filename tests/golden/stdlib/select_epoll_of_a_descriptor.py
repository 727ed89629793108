"""select.epoll.fromfd makes an object of a control descriptor that is open already."""

import os
import select

first = select.epoll()
second = select.epoll.fromfd(os.dup(first.fileno()))
reading, writing = os.pipe()
first.register(reading, select.EPOLLIN)
os.write(writing, b"x")
print(second.poll(0) == [(reading, select.EPOLLIN)], second.closed)
second.close()
print(first.poll(0) == [(reading, select.EPOLLIN)], second.closed, type(second))
for wrong in "x", None:
    try:
        select.epoll.fromfd(wrong)
    except TypeError as error:
        print(error)
print(select.EPOLLMSG == select.POLLMSG == 0x400)
