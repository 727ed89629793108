"""Documents in their canonical form."""

import io, xml.etree.ElementTree as ET
def show(x,**k):
    try: print(repr(ET.canonicalize(x,**k)))
    except Exception as e: print(type(e).__name__, e)
show('<?xml version="1.0"?>\n<!-- c --><?pi x?>\n<doc b="2" a=\'1\'  >\n  <e/>text&#13; &amp; &lt; <![CDATA[<x>]]> "q" </doc>\n<!-- after --><?end?>\n')
show('<?xml version="1.0"?>\n<!-- c --><?pi x?>\n<doc b="2" a=\'1\'>\n  <e/><!--in--></doc>\n<!-- after --><?end?>\n',with_comments=True)
x='<a:foo xmlns:a="http://a" xmlns:b="http://b" b:attr="v" attr="w" xmlns="http://d"><bar b:x="1"/><a:c xmlns:a="http://other"><a:d/></a:c><e xmlns="">q</e></a:foo>'
show(x)
show('<a> <b xml:space="preserve">  x </b>  y <c> \n</c></a>',strip_text=True)
show('<a x="&#9;&#10;&quot;&lt;&gt;&amp;" y="1"/>')
show('<a xmlns="http://x"><b><c xmlns=""/></b></a>')
show('<r xmlns:p="u"><t>p:name</t><s k="p:v"/></r>', qname_aware_tags=['t'],qname_aware_attrs=['k'])
show('<r xmlns:p="u"><t>p:name</t><p:s k="p:v" m="1"/></r>', exclude_tags=['t'],exclude_attrs=['m'])
show('<r xmlns:p="u" xmlns:q="u"><q:t p:a="1" q:b="2"/></r>')
show('<r><a>')
show(None)
o=io.StringIO(); print(ET.canonicalize('<a/>',out=o), o.getvalue())
print(ET.canonicalize(from_file=io.StringIO('<a b="1"/>')))
show('<a:x xmlns:a="u1"><b:y xmlns:b="u2" a:k="1" b:k="2" c:k="3" xmlns:c="u0"/></a:x>')
show('<a:x xmlns:a="u1"><b:y xmlns:b="u2" a:k="1" b:k="2" c:k="3" xmlns:c="u0"/></a:x>',rewrite_prefixes=True)
show('<doc>é\u20ac</doc>')
