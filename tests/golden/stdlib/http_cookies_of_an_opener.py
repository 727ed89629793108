import http.cookiejar
import http.server
import threading
import urllib.request


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        seen = self.headers.get("Cookie", "none")
        self.send_response(302 if self.path == "/go" else 200)
        if self.path == "/go":
            self.send_header("Location", "/landed")
            self.send_header("Set-Cookie", "gone=through; Path=/")
        elif self.path == "/login":
            self.send_header("Set-Cookie", "session=abc; Path=/; HttpOnly")
            self.send_header("Set-Cookie", "deep=1; Path=/login/deep")
        elif self.path == "/logout":
            self.send_header("Set-Cookie", "session=; Max-Age=0; Path=/")
        body = f"{self.path}: {seen}".encode()
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_address[1]}"
jar = http.cookiejar.CookieJar()
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
for path in ("/", "/login", "/", "/login/deep/er", "/go", "/logout", "/"):
    with opener.open(base + path) as answer:
        print(answer.read().decode())
    print("   ", sorted((cookie.name, cookie.value, cookie.path, cookie.domain) for cookie in jar))
request = urllib.request.Request(base + "/own", headers={"Cookie": "mine=1"})
print(opener.open(request).read().decode())
print(type(urllib.request.HTTPCookieProcessor().cookiejar), urllib.request.HTTPCookieProcessor)
server.shutdown()
server.server_close()
