from urllib.parse import *
for u in ['http://user:pw@Host.com:80/a/b;p?q=1&r=2#frag','//x/y','mailto:a@b','/a/b','http://[::1]:8080/x','file:///etc/passwd','http://h','a:b:c','http:///x?y', 'HTTP://EXAMPLE.com/%7Ea?']:
    r = urlparse(u); print(r, r.geturl(), r.hostname, r.port, r.username, r.password); print(urlsplit(u), urldefrag(u))
    for v in ['g','./g','../g','/g','//g','?y','#s','g;x','','../../../g','g/../h','http:g', '.', '..']:
        print(urljoin(u, v), end=' ')
    print()
print(quote('a b/ä~&?'), quote_plus('a b/ä'), unquote('a%20b%C3%A4+%zz%'), unquote_plus('a+b%2B'), quote(b'\xff'), quote('/x', safe=''))
print(urlencode({'a':1,'b':'x y','c':[1,2]}), urlencode([('a',[1,2])],doseq=True), parse_qs('a=1&b=&a=2&c'), parse_qsl('a=1&b=&c=%20+x', keep_blank_values=True), parse_qs(b'a=1'))
print(urlsplit(b'http://x/y?z'), urlsplit(b'http://x:9/y?z').port, urljoin(b'http://a/b',b'c'))
for bad in ['http://x:99999','http://x:ab','http://[::1','http://[1.2.3.4]/']:
    try: print(urlsplit(bad).port)
    except ValueError as e: print(e)
try: urlencode('abc')
except TypeError as e: print(e)
print(unquote_to_bytes('%41%zz'), urlunsplit(('http','','','','')), urlunparse(('','','a','','','')))
