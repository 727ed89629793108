# Names with one underscore that a test case does not document are the program's own.
import optparse
import unittest


class Case(unittest.TestCase):
    def _run(self, number):
        return number + 1

    def _skipped(self):
        return "mine"

    def test_names(self):
        self.assertEqual((self._run(1), self._skipped()), (2, "mine"))

    @unittest.skip("not today")
    def test_left_out(self):
        pass


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(result)
print(result.testsRun, result.errors, result.failures, [reason for _, reason in result.skipped])

values = optparse.Values({"a": 1})
values._update_careful({"a": 2, "b": 3})
print(values)
values._update_loose({"a": None, "b": 4})
print(values)
