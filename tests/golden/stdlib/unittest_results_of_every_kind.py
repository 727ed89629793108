import io
import re
import unittest


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.log = ["class"]

    @classmethod
    def tearDownClass(cls):
        cls.log.append("class end")

    def setUp(self):
        self.addCleanup(self.log.append, f"cleanup {self._testMethodName}")

    def test_passes(self):
        """This one passes."""
        self.assertEqual(1, 1)

    def test_fails(self):
        self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]}, "own words")

    def test_errors(self):
        {}["key"]

    @unittest.skip("not now")
    def test_skipped(self):
        raise AssertionError

    @unittest.skipIf(True, "condition")
    def test_skip_if(self):
        pass

    def test_skip_inside(self):
        self.skipTest("inside")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_subtests(self):
        for i in range(4):
            with self.subTest("case", i=i):
                self.assertNotEqual(i % 3, 0)

    def test_exit(self):
        raise SystemExit(3)

    async def test_never_awaited_here(self):
        pass


class BadSetUp(unittest.TestCase):
    def setUp(self):
        raise RuntimeError("set up")

    def tearDown(self):
        raise RuntimeError("never")

    def test_it(self):
        pass


class BadClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("class set up")

    def test_it(self):
        pass


class BadTearDown(unittest.TestCase):
    def tearDown(self):
        1 / 0

    def test_it(self):
        self.fail("both")


import warnings
warnings.simplefilter("ignore")
stream = io.StringIO()
suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (Sample, BadSetUp, BadClass, BadTearDown))
print(suite.countTestCases())
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
text = re.sub(r"in \d+\.\d+s", "in TIME", stream.getvalue())
text = re.sub(r'  File ".*", line \d+, in (\w+)(\n    .*)*', r"  in \1", text)
print(text)
print(result, result.wasSuccessful(), result.testsRun, len(result.errors), len(result.failures), len(result.skipped),
      len(result.expectedFailures), len(result.unexpectedSuccesses))
print(Sample.log)
fast = unittest.TestResult()
fast.failfast = True
unittest.defaultTestLoader.loadTestsFromTestCase(Sample).run(fast)
print(fast.testsRun, fast.shouldStop, fast)
print([t.id().split(".", 1)[1] for t in unittest.defaultTestLoader.loadTestsFromTestCase(BadSetUp)], Sample("test_passes").shortDescription(),
      Sample("test_passes"), Sample("test_passes") == Sample("test_passes"), repr(Sample("test_fails")))
try:
    Sample("missing")
except ValueError as error:
    print(str(error).split(":")[1])
case = unittest.FunctionTestCase(lambda: 1 / 0, description="a function")
print(case.run().errors[0][1].splitlines()[-1], case.shortDescription())
