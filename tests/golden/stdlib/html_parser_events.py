from html.parser import HTMLParser
class P(HTMLParser):
    def __init__(self, **k):
        super().__init__(**k); self.ev=[]
    def handle_starttag(self,t,a): self.ev.append(("start",t,a,self.getpos(),self.get_starttag_text()))
    def handle_startendtag(self,t,a): self.ev.append(("startend",t,a,self.getpos()))
    def handle_endtag(self,t): self.ev.append(("end",t,self.getpos()))
    def handle_data(self,d): self.ev.append(("data",d,self.getpos()))
    def handle_charref(self,d): self.ev.append(("char",d))
    def handle_entityref(self,d): self.ev.append(("ent",d))
    def handle_comment(self,d): self.ev.append(("comment",d,self.getpos()))
    def handle_decl(self,d): self.ev.append(("decl",d))
    def handle_pi(self,d): self.ev.append(("pi",d))
    def unknown_decl(self,d): self.ev.append(("unk",d))
docs = ["<!DOCTYPE html>\n<html><head><title>T &amp; U</title></head>\n<body class='a b' id=x DISABLED data-x=\"1&lt;2\">Hello<br/>w&eacute;rld &#65;&#x42;</body></html>",
"<p>unclosed <b>bold<i>both</b></i>", "<script>if (a<b && c>d) { '</p>' }</script>after", "<style>p > a {}</style >x",
"<!-- c --><!-- -- ><?php echo 1?><![CDATA[x<y]]><!foo bar><!>x</ >y</#>z</>w", "a < b & c &lt d &unknown; &#xyz; &#12", "<a href=foo/bar/>x</a>", "<a/b c>", "<img src=a.png alt='x>y' / >", "<a$b>x", "<a href='x'y=z>q",
"text & more", "<a", "<a b", "<a b='c", "</a", "<!-- x", "<!doctype", "<", "&", "x&am", "<div =x>", "<a b = 'c' d= e f =g>", "<br / ><br/ >", "<A HREF='X'>Y</A\n>", "<?xml", "&amp;&copy", "&#65", "&#", "<p\n  a=1\n b=2>\nq", "</p attr>", "<![if x]>a<![endif]>","<a b=\"x'>y", "<a b='x\">y", "<textarea><b></textarea>","<title><b></title>", "a&b;c&notit;d", "<p/>", "<a b/c>", "<a b=c/>", "<1>", "<.>", "</1>", "&lt;b&gt;", "<script></b></script>", "<SCRIPT>x</script>y", "<a\x00b>", "<a 'b'>", "<a =>", "<a b=>c", "<a b==c>"]
for d in docs:
    for cc in (True,False):
        for mode in ("whole","chars"):
            p=P(convert_charrefs=cc)
            try:
                if mode=="whole": p.feed(d)
                else:
                    for c in d: p.feed(c)
                before=len(p.ev)
                p.close()
            except Exception as e: print(type(e),e)
            print(repr(d),cc,mode,before)
            for e in p.ev: print("   ",e)
