"""Counts that an interpreter's own modules account for."""
import sys

count = sys.getrefcount
print(count(None) > 1000, count(True) > 50, count(False) > 50)
held = [None] * 10, [True] * 10
before = count(None), count(True)
del held
print(before[0] - count(None), before[1] - count(True))
text, data = "".join(["z"]), bytes([122])
print(count(text) > 1000, count("".join([])) > 1000, count(data) > 1000, count(5) > 1000, count(object()))
