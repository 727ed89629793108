"""The handler that keeps a jar of cookies between requests."""

from urllib.request import BaseHandler


class HTTPCookieProcessor(BaseHandler):
    """Sends the cookies of a jar along, and keeps those that come back."""

    __module__ = "urllib.request"

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            import http.cookiejar
            cookiejar = http.cookiejar.CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request, https_response = http_request, http_response
