# Connections between strangers: both show that they know the key before anything is unpickled.
import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener, wait

heard = []


def serve(listener):
    for _ in range(2):
        try:
            with listener.accept() as connection:
                connection.send({"got": connection.recv()})
                connection.send_bytes(b"bytes")
        except AuthenticationError as error:
            heard.append(str(error))


for address in (None, ("localhost", 0)):
    with Listener(address, authkey=b"key") as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        with Client(listener.address, authkey=b"key") as connection:
            connection.send([1] * 3)
            print(connection.poll(5), connection.recv(), wait([connection], 5) == [connection])
            print(connection.recv_bytes())
        try:
            Client(listener.address, authkey=b"wrong")
        except AuthenticationError as error:
            print(error)
        thread.join()
print(heard)
try:
    Client("/no/such/socket")
except FileNotFoundError as error:
    print(type(error).__name__)
for bad in (5, "x"):
    try:
        Listener(authkey=bad)
    except TypeError as error:
        print(error)
