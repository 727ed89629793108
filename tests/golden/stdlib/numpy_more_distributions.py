# Distributions made of uniform, normal and exponential numbers: numpy's own numbers for the same seed.
import numpy as np

def t(name, *a, **k):
    rng=np.random.default_rng(11)
    try: print(name, a, k, getattr(rng, name)(*a, **k), rng.random())
    except Exception as e: print(name, a, type(e).__name__, e)
t('lognormal', size=3); t('lognormal', 1., .5); t('laplace', size=4); t('laplace',1,2,size=(2,2)); t('logistic',size=3); t('gumbel',1,2,size=3); t('weibull',2.,3); t('pareto',3.,3); t('power',2.,3); t('rayleigh',2.,3); t('standard_cauchy',3)
t('triangular',0,1,3,5); t('standard_gamma',.5,6); t('standard_gamma',2.5,6); t('standard_gamma',1.,2); t('gamma',2.,3.,4); t('gamma',[1.,.2,4.],2.); t('beta',.5,.5,4); t('beta',2.,3.,4); t('beta',.3,3.,4); t('chisquare',3,4); t('f',2,5,4); t('standard_t',4,4); t('geometric',.5,8); t('geometric',.1,8)
t('negative_binomial',3,.4,6); t('multinomial',10,[.2,.3,.5]); t('multinomial',20,[.2,.3,.5],3); t('dirichlet',[1,2,3.]); t('dirichlet',[1,2,3.],2); t('dirichlet',[.01,.02,.03],2)
t('multivariate_normal',[0,1],[[1,.5],[.5,2]],3, method='cholesky'); t('multivariate_normal',[0,1],[[1,.5],[.5,2]],3); t('multivariate_normal',[0,1],[[1,0],[0,1]]); t('multivariate_normal',[0,1],[[1,.5],[.5,2]],2,method='eigh')
t('permuted',[1,2,3,4]); t('permuted',[[1,2,3,4],[5,6,7,8]],axis=1); t('permuted',[[1,2,3,4],[5,6,7,8]],axis=0); t('permuted',[[1,2,3,4],[5,6,7,8]]); t('bytes',5); t('bytes',8)
t('gamma',-1.); t('triangular',2,1,3); t('geometric',2.); t('beta',-1,1); t('laplace',0,-1); t('lognormal',0,-1); t('pareto',0); t('multinomial',3,[.6,.7,.1]); t('dirichlet',[-1,1]); t('chisquare',0); t('lognormal',[0,1,2],.1)
