"""
>>> 1 + 1
2
"""
import doctest
import os
import tempfile
import unittest

result = unittest.TestResult()
doctest.DocTestSuite().run(result)
print(result.testsRun, result.failures)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "lesson.txt")
    with open(path, "w") as file:
        file.write(">>> 2 * 3\n7\n")
    result = unittest.TestResult()
    doctest.DocFileSuite(path, module_relative=False).run(result)
    print(result.testsRun, len(result.failures))
