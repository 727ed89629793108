# Fourier transforms of many lengths, along axes, scaled and padded.
import numpy as np
np.set_printoptions(precision=6, suppress=True)
def p(x): print(np.round(np.asarray(x), 9) + 0.0)
for n in (1,2,3,4,5,6,7,8,12,15,16,17,32,100):
    a=np.sin(np.arange(n)*1.3)+np.arange(n)*.1
    p(np.fft.fft(a)); p(np.fft.ifft(a)); p(np.fft.rfft(a)); 
    if n>1: p(np.fft.irfft(np.fft.rfft(a), n)); p(np.fft.irfft(a))
    print(np.fft.fftfreq(n), np.fft.rfftfreq(n, .1))
print(np.fft.fft([1,0,0,0]), np.fft.fft([0,1,0,0]), np.fft.fft(np.ones(8)))
p(np.fft.fft2(np.arange(6.).reshape(2,3))); p(np.fft.ifft2(np.arange(6.).reshape(2,3))); p(np.fft.rfft2(np.arange(6.).reshape(2,3))); p(np.fft.fftn(np.arange(8.).reshape(2,2,2)))
p(np.fft.fft([1,2,3], 5)); p(np.fft.fft([1,2,3,4], 2)); p(np.fft.fft([1,2,3], norm='ortho')); p(np.fft.ifft([1,2,3], norm='forward')); p(np.fft.fft(np.arange(6.).reshape(2,3), axis=0))
print(np.fft.fftshift(np.fft.fftfreq(5)), np.fft.ifftshift(np.arange(5)), np.fft.fftshift(np.arange(6).reshape(2,3)), np.fft.fftshift(np.arange(6).reshape(2,3), axes=1))
for f in (lambda: np.fft.fft([]), lambda: np.fft.fft([1], 0), lambda: np.fft.fft([1,2],norm='x')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
t=np.linspace(0,1,64,endpoint=False); s=np.sin(2*np.pi*5*t)+.5*np.sin(2*np.pi*12*t); P=np.abs(np.fft.rfft(s)); print(np.argsort(P)[-2:], P.round(3)[[5,12]])
