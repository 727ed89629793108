import numpy as np
for a in ([1.0,2,3],[1.5,-2.25,1000],[1e10,1],[1e-10,1],[0.1,0.123456789012],[float('nan'),1],[float('inf'),-1.5],[1e300],[123456.789,0.001],[True,False],[1,-100],[[1.5,2],[3,4.25]],[0.0],[-0.0,1],[1e16,1],[99999999.0,1],[123456789.0],[1/3,2/3],[100000.5],[1e5,1e-3],[12345678.9,0.5],[0.00012,5],[5e-324],[1,2**40],[float('nan'),float('nan')],[float('inf'),1e20],[1e8],[0.5,1234.5678],[3e-5,1.0]):
    x=np.array(a); print(x); print(repr(x))
print(np.arange(2000)); print(np.arange(2000).reshape(40,50)); print(np.arange(60)); print(np.linspace(0,1,30)); print(repr(np.arange(30)*1.5)); print(np.arange(24).reshape(2,3,4)/7)
print(repr(np.arange(24).reshape(2,3,4))); print(np.zeros((30,40))); print(np.array(5), repr(np.array(5.5)), np.array(1e-9))
print(np.array([1.1,2.2],dtype=np.float32), np.array([1/3],dtype=np.float32),np.arange(1500)/7)
