"""What the functions of numpy.random draw from has a name, which other libraries ask for."""

import numpy

shared = numpy.random.mtrand._rand
print(type(shared) is numpy.random.RandomState, numpy.random.mtrand.RandomState is numpy.random.RandomState)
numpy.random.seed(5)
first = numpy.random.rand()
shared.seed(5)
print(shared.rand() == first, numpy.random.rand() == first)
