def run(text, ns):
    for line in text.strip().splitlines():
        line=line.strip()
        if not line or line.startswith('#'): continue
        try:
            if line.startswith('!'):
                exec(line[1:].strip(), ns); continue
            print(line, '->', repr(eval(line, ns)))
        except BaseException as e:
            print(line, '->', type(e).__name__, e)
run(r"""
'abc'.center(10,'*'), 'abc'.center(2), 'a'.center(4,'xy')
'abc'.ljust(6,'é'), 'abc'.rjust(6), 'x'.zfill(5), '-5'.zfill(5), '+'.zfill(3)
'a,b,,c'.split(','), 'a,b,,c'.split(',',1), ' a  b '.split(), ' a  b '.split(None,1), ''.split(), ''.split(',')
'a,b,,c'.rsplit(',',2), ' a b c '.rsplit(None,1), 'abc'.split('')
'abc'.partition('b'), 'abc'.partition('x'), 'abcbd'.rpartition('b'), 'abc'.rpartition('x'), 'abc'.partition('')
'a\nb\r\nc\x0bd\x0ce\x1cf\x1dg\x1eh\x85i\u2028j\u2029k'.splitlines()
'a\nb\r\nc'.splitlines(True), 'a\n\nb'.splitlines(keepends=True), 'x'.splitlines(1,2)
'abcabc'.find('c'), 'abcabc'.find('c',3), 'abcabc'.find('c',-1), 'abcabc'.find('x'), 'abc'.find('',10), 'abc'.find('',3), 'abc'.rfind('')
'abcabc'.index('x')
'abcabc'.rindex('x')
'abcabc'.count('a'), 'aaa'.count('aa'), 'abc'.count(''), 'abc'.count('',1,2), 'abc'.count('',5)
'abc'.replace('b','xx'), 'aaa'.replace('a','b',2), 'abc'.replace('','-'), 'abc'.replace('','-',2), ''.replace('','x'), 'aaa'.replace('a','b',count=1)
'aXbX'.lower(), 'ß'.upper(), 'ŉ'.upper(), 'İ'.lower(), 'Σ'.lower(), 'ΑΣ'.lower(), 'ﬀ'.title(), 'ǆ'.title(), "they're bill's".title(), 'hELLO wORLD'.capitalize(), 'ß'.casefold(), 'Ab'.swapcase()
'abc'.isalpha(), ''.isalpha(), '1'.isdigit(), '²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), 'a1'.isalnum(), '_a'.isidentifier(), '1a'.isidentifier(), 'def'.isidentifier(), ' \t'.isspace(), 'Ab'.istitle(), 'AB1'.isupper(), 'ab1'.islower(), '1'.isupper(), 'a\x00'.isprintable(), ''.isprintable(), 'é'.isascii()
'abc'.startswith('ab'), 'abc'.startswith(('x','a')), 'abc'.startswith('b',1), 'abc'.endswith('bc',0,2), 'abc'.startswith(''), 'abc'.startswith('',4), 'abc'.startswith(())
'abc'.startswith(5)
'abc'.startswith((5,))
'  abc '.strip(), 'xxabcxx'.strip('x'), 'abc'.lstrip('ba'), 'abc'.rstrip('cb'), ' a'.strip(None), 'abc'.strip('')
'abc'.strip(5)
'abc'.removeprefix('a'), 'abc'.removesuffix('bc'), 'abc'.removeprefix('x')
'a\tb\tc'.expandtabs(), 'a\tb'.expandtabs(4), '\t'.expandtabs(0), 'a\n\tb'.expandtabs(tabsize=3), 'ab\t'.expandtabs(-1)
'abc'.translate({97:'X',98:None,99:100}), 'abc'.translate({97:'long'}), str.maketrans('ab','xy'), str.maketrans('ab','xy','z'), str.maketrans({'a':1,98:None})
'abc'.translate({97:-1})
'abc'.translate({97:0x110000})
'abc'.translate({97:1.5})
str.maketrans('a','xy')
str.maketrans({'ab':1})
str.maketrans(5)
','.join(['a','b']), ','.join('abc'), ','.join([]), ','.join(('x',))
','.join(['a',1])
','.join(5)
'abc'*3, 'abc'*0, 'abc'*-1, 3*'ab', 'a'*True
'abc'*1.5
'a'+1
1+'a'
'a'+b'b'
'abc'[0], 'abc'[-1], 'abc'[::-1], 'abc'[1:], 'abc'[5:], 'abc'[::2], 'abcdef'[-2:0:-2]
'abc'[3]
'abc'[1.0]
'abc'['a']
'abc'[::0]
'b' in 'abc', '' in 'abc', 'bc' not in 'abc'
5 in 'abc'
'a'<'b', 'a'<'B', 'abc'=='abc', 'a'!='b'
'a'<1
str(5), str(b'a'), str(b'ab','utf8'), str(b'\xff','latin-1'), str(), str(object=3), str(b'\xff', errors='replace'), str(encoding='ascii')
str(b'\xff','utf8')
str('a','utf8')
str(5,'utf8')
'abc'.encode(), 'é'.encode('latin1'), 'é'.encode('utf-16'), 'é'.encode('utf-16-le'), 'é'.encode('utf-32-be')
'é'.encode('ascii')
'é'.encode('ascii','ignore'), 'é'.encode('ascii','replace'), 'é'.encode('ascii','xmlcharrefreplace'), 'é'.encode('ascii','backslashreplace'), 'é'.encode('ascii','namereplace'), '\ud800'.encode('utf8','surrogatepass'), '\udc80'.encode('utf8','surrogateescape')
'\ud800'.encode()
'a'.encode('nope')
'a'.encode('ascii','nope')
'é'.encode('ascii','nope')
'a'.encode(errors='strict', encoding='ascii')
repr('a\'b'), repr("a\"b'"), repr('\n\t\r\\'), repr('\x00\x7f\x80\xa0\xad'), repr('\u0378\ud800\U0001f600\ue000'), ascii('é\u20ac\U0001f600')
len('é'), len('\U0001f600'), ord('a'), chr(0x10ffff), chr(97)
ord('ab')
ord('')
ord(5)
chr(-1)
chr(0x110000)
chr('a')
chr(1.5)
chr(10**20)
hash('a')==hash('a'), 'a'.__hash__() == hash('a')
'%s %r %a' % ('é','é','é'), '%d' % 3.9, '%5d|%-5d|%05d|%+d|% d' % (1,2,3,4,5), '%x %X %#x %o %#o' % (255,255,255,8,8), '%e %E %f %g %G' % (1.5,1.5,1.5,1.5,1e-10), '%.2f %10.3f %-10.1f|' % (1.234,2.3456,3.45), '%c%c' % ('a',98), '%%' % (), '%(a)s %(b)d' % {'a':1,'b':2}, '%*d|%.*f' % (5,1,2,3.14159)
'%d' % 'a'
'%x' % 1.5
'%s' % ()
'%s' % (1,2)
'%z' % 1
'%(a)s' % 5
'%(a)s' % {'b':1}
'%c' % 'ab'
'%c' % -1
'%c' % 1.5
'%' % ()
'%s %s' % 'a'
'abc' % 5
'abc' % {}
'abc' % []
'%s' % (1,), '%s' % [1,2], '%s' % {'a':1}, '%r' % ('a',), '%.3s' % 'abcdef', '%10s|%-10s|' % ('a','b'), '%5%|' % (), '%i' % 5, '%u' % 5, '%ld' % 5, '%.0f' % 2.5, '%#.0f' % 2.5, '%+.3e' % 12345.678, '%g' % 1e20, '%g' % 123456789, '%.3g' % 0.00001234, '%f' % float('nan'), '%F' % float('inf'), '%d' % True, '%s' % None, '%x' % -255, '%#X' % 255, '%.5d' % 42, '%08.3f' % -3.14159, '%-+8d|' % 5
'{} {}'.format(1,2), '{0} {1} {0}'.format(1,2), '{a} {b}'.format(a=1,b=2), '{0.real} {0[0]}'.format([5]) if 0 else '', '{:>5}|{:<5}|{:^5}|{:*^7}'.format(1,2,3,4), '{:,} {:_}'.format(1234567,1234567), '{!r} {!s} {!a}'.format('é','é','é'), '{{}}'.format(), '{0[a]} {0[b]}'.format({'a':1,'b':2}), '{:{}}'.format(5,10), '{:{w}.{p}f}'.format(3.14159,w=10,p=2)
'{}'.format()
'{1}'.format(0)
'{a}'.format()
'{0} {}'.format(1,2)
'{} {0}'.format(1,2)
'{'.format()
'}'.format()
'{!x}'.format(1)
'{:d}'.format('a')
'{:s}'.format(1)
'{a.b}'.format(a=5)
'{0[x]}'.format([1])
'{0[5]}'.format([1])
'{0.}'.format(1)
'{0[}'.format(1)
'{0[]}'.format([1])
'{0]}'.format(1)
'{!}'.format(1)
'{!rr}'.format(1)
'{:{:{}}}'.format(1,2,3)
'{a}'.format_map({'a':3}), '{a[b]}'.format_map({'a':{'b':1}})
'{a}'.format_map({})
format(5,'b'), format(5,'#b'), format(255,'#x'), format(255,'X'), format(5,'08b'), format(-5,'+d'), format(5,' d'), format(5,'c'), format(65,'c'), format(12345,',d'), format(255,'_x'), format(5,'n'), format(5,'e'), format(5,'%'), format(5,'.2f'), format(5,'g')
format(5,'.2d')
format(5,'s')
format(5,',x')
format(5,'_c')
format(5,'#c')
format(5,'+c')
format(1.5,'d')
format(1.5,'x')
format(0.1,'.20f'), format(1e100,'f'), format(1.5,'%'), format(1e-7,'g'), format(1234.5678,',.2f'), format(1.0,''), format(1.0,'g'), format(1.0,'#g'), format(1e16,''), format(1e15,''), format(0.0001,''), format(0.00001,''), format(float('inf'),'010'), format(float('nan'),'+'), format(-0.0,'z.1f'), format(3.0,'n'), format(1e10,'.3'), format(123.456,'.3'), format(5.0,'.0f'), format(0.5,'.0f'), format(1.5,'.0f'), format(2.675,'.2f')
format('abc','10'), format('abc','>10'), format('abc','^10.2'), format('abc','.1'), format('abc','s'), format('abc','*<6'), format('a','05')
format('abc','=10')
format('abc','+')
format('abc','d')
format('abc',',')
format('abc','#')
format(True,'d'), format(True,''), format(True,'5'), format(None,''), format([1],'')
format(None,'5')
format([1],'5')
format(1+2j,''), format(1+2j,'.2f'), format(1+2j,'10'), format(1+2j,'+.1e'), format(-0j,'g')
format(1+2j,'05')
format(1+2j,'%')
format(1+2j,'=10')
format(5,'99999999999999999999d')
format(5,'.99999999999999999999f')
format(1.5,'.2147483648f')
format(5,'5 d')
format(5,'dd')
format(5,'>>>5')
format(10**50,',d'), format(10**50,'e'), format(-10**30,'x')
'a'.__format__(''), 'a'.__len__(), 'abc'.__contains__('a'), 'a'.__add__('b'), 'a'.__mul__(2), 'a'.__rmul__(2), 'a'.__mod__(()), 'a'.__getnewargs__(), 'a'.__eq__(1), 'a'.__lt__(1)
'abc'.__getitem__(0), 'abc'.__iter__().__next__(), list(iter('aé')), 'a'.__sizeof__()>0
'abc'.isascii(1)
'abc'.upper(1)
'abc'.center()
'abc'.center('a')
'abc'.center(5,'')
'abc'.center(5,5)
'abc'.ljust(5, 'ab')
'abc'.split(1)
'abc'.split(',', 'x')
'abc'.split(sep=',', maxsplit=1, x=1)
'abc'.find()
'abc'.find(1)
'abc'.find('a','b')
'abc'.count(1)
'abc'.replace('a')
'abc'.replace(1,2)
'abc'.join()
'abc'.zfill('x')
'abc'.encode(5)
'abc'.expandtabs('x')
'abc'.removeprefix(1)
'abc'.removeprefix()
'abc'.partition(1)
'abc'.foo
'abc'.__class__, str.upper, 'abc'.upper.__name__, str.__name__, str.__doc__[:20], str.upper('a')
str.upper()
str.upper(5)
str.join('a',['b','c'])
'abc'.title().swapcase().casefold()
""", {})
