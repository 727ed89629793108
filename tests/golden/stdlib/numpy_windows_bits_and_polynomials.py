# Windows, bits, polynomials, and copies into arrays.
import numpy as np
import numpy.lib.stride_tricks
def tr(s, g=globals()):
    try:
        v = eval(s, g)
        print(s, '->', repr(v))
    except BaseException as e: print(s, '!!', type(e).__name__, e)
A = np.array([[4.,1,2],[1,3,0],[2,0,5]]); B=np.array([1.,2,3]); a=np.arange(12).reshape(3,4)
D=A.copy(); np.copyto(D, [1,2,3]); print(D); np.copyto(D, 0, where=D>1.5); print(D)
p=np.poly1d([1,-2,3]); q=np.poly1d([2,0]); print(p); print(q); print(np.poly1d([1,0,0,-1.5])); print(np.poly1d([5])); print(np.poly1d([-1,1]), np.poly1d([3,2,-7,0]))
for s in '''np.copyto(np.arange(3), 1.5)
np.matvec(A,B), np.vecmat(B,A)
np.triu_indices_from(A), np.tril_indices_from(A), np.diag_indices_from(A)
np.mask_indices(3, np.triu, 1)
np.asfortranarray(a).flags.f_contiguous, np.require(a, requirements='F').flags.f_contiguous
np.apply_over_axes(np.sum, np.arange(24).reshape(2,3,4), [0,2])
np.hanning(5), np.hamming(5), np.bartlett(5), np.blackman(5).round(6), np.kaiser(5,2.), np.hanning(1), np.hanning(0), np.i0([0.,1.,5.])
np.base_repr(10), np.base_repr(-255,16), np.base_repr(5,3,padding=3), np.base_repr(0), np.base_repr(3,40)
np.binary_repr(5), np.binary_repr(5,8), np.binary_repr(-3), np.binary_repr(-3,5), np.binary_repr(5,2)
np.packbits([1,0,1]), np.packbits([[1,0,1],[1,1,1]],axis=1), np.packbits([1,0,1],bitorder='little'), np.unpackbits(np.array([5,255],dtype=np.uint8)), np.unpackbits(np.array([5],dtype=np.uint8),count=4), np.packbits([1.])
np.frexp(8), np.frexp([1.5,-3,0])
np.spacing(1.0), np.spacing([1.,-2,1e10])
np.unwrap([0, 3, 6, 9.5, 0]), np.unwrap([0.,1,2,-1,0],period=4)
np.unique_counts([1,1,2]), np.unique_inverse([2,1,2]), np.unique_all([2,1,2])
np.common_type(np.array([1])), np.real_if_close([1+0j]), np.real_if_close([1+1j])
np.lib.stride_tricks.sliding_window_view(np.arange(6), 3), np.lib.stride_tricks.sliding_window_view(a, (2,2)).shape, np.lib.stride_tricks.sliding_window_view(a, 2, axis=1)[0], np.lib.stride_tricks.sliding_window_view([1,2],3)
np.poly([1,2]), np.poly([]), np.polydiv([1,2,1],[1,1]), np.polydiv([1.,0,1],[1,1]), np.poly([[1,2],[3,4]])
p, p(2), p([1,2]), p+q, p-1, 1-p, p*q, p**2, p/q, p.order, p.c, p.roots, p.deriv(), p.integ(), p[0], p[5], len(p), list(p), p==np.poly1d([1,-2,3]), -p, p(q)
np.poly1d([1,2],True), np.poly1d([0,0,1]), np.poly1d([[1]])'''.split('\n'): tr(s)
for c in ([1]+[0]*11+[2,3,4], [1.5,0,-2.25], [0], [1,0], [1e10,1e-7], [2]*4, [1]+[0]*9+[-1,0]): print(np.poly1d(c)); print('--')
