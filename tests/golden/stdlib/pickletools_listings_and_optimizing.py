import pickle,pickletools as t
for pr in range(6):
    x=[1]; y='ab'
    p=pickle.dumps([x,x,y,y,b'q'*5,'z'*300],pr); o=t.optimize(p); print(pr,p[:60],o[:60])
p=pickle.dumps([x,b'q'*70000,x,'w'*70000,y,y, list(range(70000))],4)
o=t.optimize(p)
for op,a,pos in t.genops(p):
    if op.name in('FRAME','PROTO','MEMOIZE','BINBYTES','BINUNICODE','BINGET') : print(op.name, str(a)[:10], pos)
print()
for op,a,pos in t.genops(o):
    if op.name in('FRAME','PROTO','MEMOIZE','BINBYTES','BINUNICODE','BINGET') : print(op.name, str(a)[:10], pos)
print(len(o), o==pickle._dumps(pickle.loads(o),4))
for bad in (
    b'', b'.', b'\xff', b'K', b'(.', b'N', b'NN.', b'0.', b'h\x00.', b'e.', b'Nq\x00Nq\x00.', b'q\x00N.',
    b'\x94.', b'S"a\n.', b'Sa\n.', b'X\x04\x00\x00\x00a', b'I12', b'T\xff\xff\xff\xff.', b'N(N0.', b'(N0.',
    b'(1N.', b'C\x05a.', b'\x8a\x05a.', b'\x8b\xff\xff\xff\xff.', b']l.', b'NNe.', b'cab\nc\n.', b'Pxy\n.',
    b'\x80\tN.', b'K\x01Q.', b'N1.', b'N(Nt0.', b'(Nq\x00u.', b'(q\x00N.', b'S"a"\n.', b'I01\n.',
    b'L12L\n.', b'F1.5\n.', b'Va\\u1234\n.', b'N(Ni\n.', b'(Niab\nc\n.', b'}.garbage',
):
    print(bad)
    try: t.dis(bad)
    except Exception as e: print('   !',type(e).__name__, e)
import io
f=io.BytesIO(pickle.dumps(1)+pickle.dumps(2)); t.dis(f); t.dis(f)
memo={}
f=io.BytesIO(); pk=pickle.Pickler(f); a=[2]; pk.dump(a); pk.dump([a,a]); f.seek(0); t.dis(f,memo=memo,indentlevel=2); print(sorted(memo)); t.dis(f,memo=memo)
print(t.opcodes[0].name, t.code2op['.'].name, t.pyint, t.uint1.n, len(t.opcodes), t.stackslice)
for number in (0, 1, -1, 127, 128, -128, -129, 255, 256, -256, 32768, -32769, 2**64):
    print(number, pickle.encode_long(number), pickle.decode_long(pickle.encode_long(number)))
from pickle import *

print(STOP, FROZENSET, pickle.loads(pickle._dumps([1, 2])), pickle._loads(b"N."), "BINUNICODE8" in dir(pickle))
