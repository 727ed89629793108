# A server of http.server answers http.client and urllib.request: bodies, redirects, errors, chunks, passwords.
import base64
import http.client
import http.server
import os
import threading
import urllib.error
import urllib.parse
import urllib.request
import urllib.robotparser


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path)
        if path.path == "/redirect":
            self.answer(b"elsewhere", 302, Location="/hello?from=redirect")
        elif path.path == "/loop":
            self.answer(b"", 301, Location="/loop")
        elif path.path == "/secret":
            expected = "Basic " + base64.b64encode(b"user:word").decode()
            if self.headers["Authorization"] == expected:
                self.answer(b"welcome")
            else:
                self.answer(b"no", 401, **{"WWW-Authenticate": 'Basic realm="here"'})
        elif path.path == "/chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in b"first ", b"second ", b"third\nline\n":
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        elif path.path == "/robots.txt":
            self.answer(b"User-agent: *\nDisallow: /private\nCrawl-delay: 3\n\nUser-agent: bad\nDisallow: /\n")
        elif path.path == "/hello":
            self.answer(f"{self.command} {self.path}".encode(), **{"Content-Type": "text/plain; charset=utf-8"})
        else:
            self.send_error(404, "Nothing <here>")

    do_HEAD = do_GET

    def do_POST(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(b"got %s as %s" % (body, str(self.headers["Content-Type"]).encode()), 201, X_Header="yes")

    def log_message(self, format, *args):
        pass


for name in list(os.environ):
    if name.lower().endswith("_proxy"):
        del os.environ[name]
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
loop = threading.Thread(target=server.serve_forever, args=(0.01,))
loop.start()
base = f"http://127.0.0.1:{server.server_port}"


def shown(text):
    return str(text).replace(base, "BASE")


with urllib.request.urlopen(base + "/hello?x=1") as response:
    print(response.status, response.reason, response.getcode(), shown(response.geturl()), response.read())
    print(response.headers["content-type"], response.headers.get_content_charset(), response.info()["Content-Length"])
    print(response.read(), response.isclosed())
with urllib.request.urlopen(base + "/redirect") as response:
    print(shown(response.url), response.read())
for path in "/nope", "/loop":
    try:
        urllib.request.urlopen(base + path)
    except urllib.error.HTTPError as error:
        print(error.code, error.reason.splitlines()[0], shown(error.url), b"Nothing &lt;here&gt;" in error.read())
with urllib.request.urlopen(base + "/post", data=urllib.parse.urlencode({"a": 1, "b": "x y"}).encode()) as response:
    print(response.status, response.read(), response.headers["X_Header"])
request = urllib.request.Request(base + "/hello", headers={"X-Own": "1"}, method="HEAD")
print(request.get_method(), request.header_items(), request.host == base[7:], request.selector, request.type)
with urllib.request.urlopen(request, timeout=5) as response:
    print(response.read(), response.headers["content-length"])
request = urllib.request.Request(base + "/post", data=(piece for piece in (b"one ", b"two")), method="POST")
with urllib.request.urlopen(request) as response:
    print(response.read())
with urllib.request.urlopen(base + "/chunks") as response:
    print(response.read(8), response.readline(), response.read())
with urllib.request.urlopen(base + "/chunks") as response:
    print(list(response))

passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, base, "user", "word")
opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
print(opener.open(base + "/secret").read())
try:
    urllib.request.urlopen(base + "/secret")
except urllib.error.HTTPError as error:
    print(error, error.headers["www-authenticate"])

robots = urllib.robotparser.RobotFileParser(base + "/robots.txt")
robots.read()
print(robots.can_fetch("me", base + "/private/x"), robots.can_fetch("me", base + "/x"), robots.can_fetch("Bad/1.0", base))
print(robots.crawl_delay("me"), robots.request_rate("me"), robots.site_maps())

connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
for path in "/hello", "/hello?again":
    connection.request("GET", path)
    response = connection.getresponse()
    print(response.status, response.version, response.getheader("Content-Type"), response.read(), response.will_close)
connection.request("POST", "/post", body="text", headers={"Content-Type": "text/x-own"})
response = connection.getresponse()
try:
    connection.request("GET", "/hello")
except http.client.CannotSendRequest as error:
    print(type(error).__name__, error)
print(response.read(), response.getheader("nope", "default"))
try:
    connection.getresponse()
except http.client.ResponseNotReady as error:
    print(type(error).__name__, error)
for wrong in "/a b", "/\x7f":
    try:
        connection.request("GET", wrong)
    except http.client.InvalidURL as error:
        print(error)
    connection.close()
connection.close()
server.shutdown()
server.server_close()
loop.join()

try:
    urllib.request.urlopen(base + "/hello", timeout=5)
except urllib.error.URLError as error:
    print(error)
for wrong in "nope", "zz://x", "http:///x":
    try:
        urllib.request.urlopen(wrong)
    except (ValueError, urllib.error.URLError) as error:
        print(type(error).__name__, error)
print(urllib.request.urlopen("data:text/plain;base64,aGVsbG8=").read())
with open("file name.txt", "w") as file:
    file.write("contents")
address = "file://" + urllib.request.pathname2url(os.path.abspath("file name.txt"))
with urllib.request.urlopen(address) as response:
    print(response.read(), response.headers["Content-length"], response.headers["Content-type"], response.status)
name, headers = urllib.request.urlretrieve(address, "copy.txt")
print(name, os.path.getsize("copy.txt"), urllib.request.url2pathname("/a%20b"))
