import os
import pkgutil
import sys
import warnings
import zipfile
os.mkdir('p'); open('p/__init__.py','w').write(''); open('p/a.py','w').write('x=1'); os.mkdir('p/q'); open('p/q/__init__.py','w').write('')
with zipfile.ZipFile('z.zip','w') as z: z.writestr('za.py','x=1'); z.writestr('zp/__init__.py',''); z.writestr('zp/sub.py',''); z.writestr('zp/data.txt','hello')
z=os.path.abspath('z.zip')
sys.path.insert(0, os.getcwd()); sys.path.append(z)
import p
f=pkgutil.get_importer(os.getcwd()); print(type(f).__name__, f.path==os.getcwd(), f is pkgutil.get_importer(os.getcwd()))
print(type(pkgutil.get_importer(z)).__name__, pkgutil.get_importer('/nonexistent'))
print([ (i.name,i.ispkg,type(i.module_finder).__name__) for i in pkgutil.iter_modules([os.getcwd(), z])])
print([ (i.name,i.ispkg) for i in pkgutil.iter_modules([z+'/zp'], 'zp.')])
print([ (i.name,i.ispkg) for i in pkgutil.walk_packages([os.getcwd(), z])])
print([type(i).__name__ for i in pkgutil.iter_importers('p.a')])
try: list(pkgutil.iter_importers('.x'))
except ImportError as e: print(e)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(type(pkgutil.get_loader('p')).__name__, pkgutil.get_loader('zzzz'), type(pkgutil.find_loader('p.a')).__name__, pkgutil.find_loader('nope'))
print([str(warning.message) for warning in seen])
print(pkgutil.get_data('p','a.py'), pkgutil.get_data('zp','data.txt'), pkgutil.get_data('p','a.py'))
print(sorted(pkgutil.iter_importer_modules(f)), sorted(pkgutil.iter_importer_modules(f, "pre.")))
import py_compile
c=py_compile.compile('p/a.py',cfile='a.pyc'); print(pkgutil.read_code(open(c,'rb')).co_names, pkgutil.read_code(open('p/a.py','rb')))
