# socketserver: connections in threads, datagrams, one request at a time, failing handlers.
import io
import socket
import socketserver
import sys
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip().upper() + b"\n")


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
    server.daemon_threads = True
    loop = threading.Thread(target=server.serve_forever, args=(0.01,))
    loop.start()
    for word in b"first", b"second":
        with socket.create_connection(server.server_address) as client:
            client.sendall(word + b"\n")
            client.shutdown(socket.SHUT_WR)
            print(client.makefile("rb").read())
    server.shutdown()
    loop.join()


class Echo(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(b"got " + self.rfile.read())


with socketserver.UDPServer(("127.0.0.1", 0), Echo) as server:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"datagram", server.server_address)
        server.handle_request()
        print(client.recv(100))


class Waiting(socketserver.TCPServer):
    timeout = 0.01

    def handle_timeout(self):
        print("nobody came")


class Failing(socketserver.BaseRequestHandler):
    def handle(self):
        raise ValueError("no answer")


with Waiting(("127.0.0.1", 0), Failing) as server:
    server.handle_request()
    with socket.create_connection(server.server_address) as client:
        saved, sys.stderr = sys.stderr, io.StringIO()
        server.handle_request()
        text, sys.stderr = sys.stderr.getvalue(), saved
        lines = text.splitlines()
        print(lines[0] == "-" * 40, "Exception occurred" in lines[1], lines[-2])
        print(client.recv(10))
