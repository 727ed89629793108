# Polynomials of the package numpy.polynomial.
import numpy as np
from numpy.polynomial import Polynomial as P
import numpy.polynomial.polynomial as pp
p=P([1,2,3]); q=P([0,1])
for s in '''p
print(p)
print(q, P([1.5,-2,0,1e-7]), P([0]), P([-1]), P([1,0,-1]), P([1]*12))
p(2), p([1,2]), p(np.array([0.5]))
p+q, p-q, p*q, p**2, -p, 2*p, p+1, 1-p, p//q, p%q, divmod(p,q), p/2
p.coef, p.domain, p.window, p.degree(), p.roots(), p.deriv(), p.integ(), p.integ(k=[1]), p.deriv(2), p.symbol
P.fromroots([1,2]), P.identity(), P.basis(3)
P.fit([0,1,2,3],[1,3,5,7],1)
P.fit([0,1,2,3],[1,3,5,7],1).convert()
(P.fit([0,1,2,3],[1,2,5,10],2).convert().coef + 1).round(6)
print(P.fit([0,1,2,3],[1,3,5,7],1))
p == P([1,2,3]), p != q, len(p), list(p), p.copy() is p, p.trim(), P([1,2,0,0]).trim(), p.truncate(2), p.cutdeg(1)
p.linspace(3)
p.mapparms(), P([1,2],domain=[0,1])(0.5)
pp.polyval(2,[1,2,3]), pp.polyfit([0,1,2],[1,3,7],2), pp.polyroots([2,-3,1]), pp.polyadd([1],[1,2]), pp.polymul([1,1],[1,1]), pp.polyder([1,2,3]), pp.polyint([1,2]), pp.polydiv([1,2,1],[1,1]), pp.polyfromroots([1,2]), pp.polysub([1],[1,2]), pp.polyvander([1,2],2), pp.polypow([1,1],3)
np.polynomial.Polynomial
f"{p}", f"{p:ascii}", f"{p:unicode}", str(P([1,2],symbol='t'))
P([1,2])+P([1,2],domain=[0,1])
P('a')'''.split('\n'):
    try: print(s,'->',repr(eval(s)))
    except Exception as e: print(s,'!!',type(e).__name__,e)
