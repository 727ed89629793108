"""Content-Type and Content-Disposition: what is read of them, how they are shown, and what is wrong with them."""

from email.message import EmailMessage


def told(defect):
    # What follows these words shows the parser's own objects.
    text = str(defect)
    for start in "invalid parameter", "parameter with invalid trailing text":
        if text.startswith(start):
            text = start
    return type(defect).__name__, text

for v in ("text/plain; a}b","text/plain; {b}",'text/plain; charset="unterminated', "text/plain; a", "text/plain; a=", "text/plain; =b", "text/plain;", "text/plain; a=b c", "text/plain; a=b; c", 'text/plain; a="b" c; d=e', "text/plain; a*0=b; a*1=c", "text/plain; a*=utf-8''b%20c", "text/plain; a*x=b","text/plain; a*0*=utf-8''b; a*1=d","text/plain; a*=b","text","text/","text/plain/x","/plain","text plain","text/plain; a(comment)=b", "text/pl(c)ain; a=b",'text/plain; a="b\\"c"', "text/plain; a=b@c", "text/plain; a b=c", "text/plain; a=é","text/plain; a*1=x","text/plain; a*0=x; a*2=y","text/plain; a*0=x; a*0=y","text/plain; a*01=x; a*00=y","text/plain; a=1; a=2", "text/plain; a*=utf-8'en", "text/plain; a*=unknown-x''b%ff", "text/plain; a*=utf-8''%zz","text/plain; charset==?utf-8?q?x?=",'text/plain; a="=?utf-8?q?x?="', "text/plain a=b","text/plain; ;a=b", "text/plain; a=b;;c=d", 'text/plain; a="x', "text/plain; a=b\\c", "text/plain; a=[b]", "multipart/mixed; boundary=\"a b\"; x"):
    m=EmailMessage()
    try:
        m['content-type']=v
        h=m['content-type']
        print(repr(v), str(h)==v or str(h), h.content_type, dict(h.params), [told(d) for d in h.defects])
    except Exception as e: print(repr(v), repr(e))
for v in ('attachment; filename="a b.txt"', 'attachment; filename=a b','attachment; filename*=utf-8\'\'%e2%82%ac.txt','inline; x','','attachment; filename=a]b', 'atta[chment'):
    m=EmailMessage()
    try:
        m['content-disposition']=v; h=m['content-disposition']
        print(repr(v), str(h)==v or str(h), h.content_disposition, dict(h.params), [told(d) for d in h.defects], m.get_filename())
    except Exception as e: print(repr(v), repr(e))
for v in ('Text/Plain; Charset=UTF-8','text/plain;charset=utf-8;format=flowed','text/plain; a = b; c="d e"',"text/plain; a*0*=\"utf-8''b\"; a*1=d", "text/plain; a*=\"utf-8''b%20\"","text/plain; a*=\"bc\"", "text/plain; a*='en'x","text/plain; a='en'x", 'text/plain; a="b;c"; d=e', "(c)text/plain(d); a=b","text/plain; a*0*=utf-8''b%; a*1*=41",'text/plain; a=""', 'multipart/mixed;\n boundary="==x=="', "text/plain; charset=utf-8'x", "application/x-y+z; a=b.c-d_e+f"):
    m=EmailMessage()
    try:
        m['content-type']=v.replace('\n','')
        h=m['content-type']
        print(repr(v), str(h)==v or str(h), h.content_type, dict(h.params), [told(d) for d in h.defects], m.as_bytes(), m.get_content_charset(), m.get_boundary())
    except Exception as e: print(repr(v), repr(e))
