# Parsers of other markups replace references with the function that html has for it.
import html
import re

pattern = re.compile(r"&(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[^\t\n\f <&#;]{1,32};)")
print(pattern.sub(html._replace_charref, "&amp; &#65; &#x42; &nothing; &eacute; &copy"))
print(html._charref.findall("&amp; &#65; &lt &#x42;"))
