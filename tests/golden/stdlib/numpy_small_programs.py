# Small programs of the kind that tutorials show: life, clusters, regressions, images, primes.
import numpy as np
rng=np.random.default_rng(0)
# life
g=(rng.random((8,8))<.3).astype(int)
for _ in range(3):
    n=sum(np.roll(np.roll(g,i,0),j,1) for i in (-1,0,1) for j in (-1,0,1) if (i,j)!=(0,0)); g=((n==3)|((g==1)&(n==2))).astype(int)
print(g)
# kmeans
X=np.vstack([rng.normal(0,1,(20,2)), rng.normal(5,1,(20,2))]); c=X[[0,-1]]
for _ in range(5):
    d=np.linalg.norm(X[:,None]-c[None],axis=2); l=d.argmin(1); c=np.array([X[l==k].mean(axis=0) for k in range(2)])
print(c, np.bincount(l))
# regression
x=np.linspace(0,10,20); y=3*x+2+rng.normal(size=20); Amat=np.c_[x,np.ones_like(x)]; print(np.linalg.lstsq(Amat,y,rcond=None)[0], np.polyfit(x,y,2))
# gradient descent
w=np.zeros(2)
for i in range(200): w-=0.01*(2/len(x))*Amat.T@(Amat@w-y)
print(w)
# MC
p=rng.uniform(-1,1,(100000,2)); print(4*np.mean((p**2).sum(1)<=1))
# softmax etc
z=rng.normal(size=(3,4)); e=np.exp(z-z.max(1,keepdims=True)); s=e/e.sum(1,keepdims=True); print(s, s.sum(1), np.log(s).mean())
print(np.corrcoef(X.T), np.cov(X.T), np.percentile(X,[10,50,90],axis=0))
img=np.arange(36,dtype=np.uint8).reshape(6,6)*7; print(img[::-1], img[::2,::2].mean(), 255-img, np.clip(img.astype(int)+50,0,255).astype(np.uint8)); k=np.ones((3,3))/9; out=np.zeros((4,4))
for i in range(4):
    for j in range(4): out[i,j]=(img[i:i+3,j:j+3]*k).sum()
print(out)
M=np.arange(9).reshape(3,3); M[M%2==0]*=10; print(M); M[[0,2]]=M[[2,0]]; print(M); M[:,1]+=np.array([1,2,3]); print(M, M.T@M, M@[1,2,3]); print(np.where(M>20,1,0))
pr=np.ones(50,bool); pr[:2]=False
for i in range(2,8):
    if pr[i]: pr[i*i::i]=False
print(np.nonzero(pr)[0], np.flatnonzero(pr).sum())
t=np.array([[20.5,22.1,19.8],[18.2,21,25.5]]); print(t.mean(axis=1).round(2), t.argmax(), np.unravel_index(t.argmax(), t.shape), (t>21).sum(), t[t>21], np.sort(t,axis=None), t-t.mean(0), (t-t.min())/(t.max()-t.min()))
print(np.add.outer(np.arange(1,4),np.arange(1,4)), np.multiply.outer(np.arange(1,4),np.arange(1,4)), np.arange(1,4)[:,None]**np.arange(3))
a=np.array([3,1,4,1,5,9,2,6]); i=np.argsort(a)[::-1][:3]; print(i,a[i], a.cumsum(), np.maximum.accumulate(a), np.diff(a), np.convolve(a,np.ones(3)/3,'valid'), a[a.argsort(kind='stable')])
print(np.histogram(rng.normal(size=1000),bins=5), np.unique(rng.integers(0,5,30),return_counts=True))
b=np.zeros((2,3,4)); b[...,0]=1; b[1]=2; print(b, b.shape, b.transpose(2,0,1).shape, b.sum(axis=(0,2)), b[:,1,:2])
v=a.view(); v[0]=100; print(a[0], v.base is a, np.shares_memory(a,v)); c=a.copy(); c[0]=1; print(a[0]); s=a[2:5]; s[:]=0; print(a)
print(np.float32(1)/3, np.float64(1)/3, np.int32(7)/2, np.int64(2)**10, 1/np.float32(3), np.array([1,2,3],dtype='f4')/3, np.pi*np.ones(2), np.array([1e6,1e7,1e8]), np.array([123456.789,0.001]), np.array([1e-4,1]), np.array([1.0,2.0,3.5]), np.array([-1.5,22.25]), np.array([[1e5,1e-5]]), np.array([1,10,100]), np.array([1.5e300,2]), np.array([0.1+0.2,1/3]), np.array([100.,1e3,1e16]), np.array([True,False]).astype(int))
