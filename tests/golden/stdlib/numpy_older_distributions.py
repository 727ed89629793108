# Distributions of the generator that numpy had first: its own numbers for the same seed.
import numpy as np
def t(name, *a, **k):
    np.random.seed(7)
    try: print(name, a, k, np.round(getattr(np.random, name)(*a, **k), 10), np.random.rand())
    except Exception as e: print(name, a, type(e).__name__, e)
t('laplace', size=4); t('logistic',size=3); t('gumbel',1,2,size=3); t('weibull',2.,3); t('pareto',3.,3); t('power',2.,3); t('rayleigh',2.,3); t('standard_cauchy',3)
t('triangular',0,1,3,5); t('standard_gamma',.5,6); t('standard_gamma',2.5,6); t('standard_gamma',1.,2); t('gamma',2.,3.,4); t('beta',.5,.5,4); t('beta',2.,3.,4); t('chisquare',3,4); t('f',2,5,4); t('standard_t',4,4); t('geometric',.5,8); t('geometric',.1,8)
t('dirichlet',[1,2,3.],2); t('poisson',3,10); t('poisson',[1.,4.,9.]); t('poisson',25.,8); t('poisson',0,3); t('poisson',-1); t('negative_binomial',3,.4,6); t('poisson'); t('poisson',1000.,4); t('gamma',-1.)
t('binomial',10,.5,10); t('binomial',10,.9,5); t('binomial',100,.5,10); t('binomial',1000,.3,10); t('binomial',100000,.7,6); t('binomial',[1,5,10],.5); t('binomial',-1,.5); t('binomial',5,1.5); t('binomial',5,.5); t('binomial',50,[.1,.9],(2,2)); t('multinomial',20,[.2,.3,.5],3); t('multinomial',20,[1/6]*6); t('binomial',10**6,.00001,5); t('binomial',0,.5); t('binomial',7,1.)
r=np.random.RandomState(3); print(r.gamma(2.,size=2), r.poisson(5), r.binomial(9,.4), r.multinomial(5,[.5,.5]))
t('binomial',5,0.); t('binomial',0,0)
