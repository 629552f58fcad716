# Compiled patterns, pickled by what they are compiled from, and copied.
import copy
import pickle
import re
import warnings
from array import array

pattern = re.compile("a(b)?", re.I | re.M)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(protocol, pickle.loads(pickle.dumps(pattern, protocol)) == pattern)
of_bytes = re.compile(b"[a-c]+")
print(pickle.loads(pickle.dumps([of_bytes, pattern])))
print(copy.copy(pattern) is pattern, copy.deepcopy([pattern])[0] is pattern)
try:
    pickle.dumps(pattern.match("ab"))
except TypeError as error:
    print(error)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(array("u", "ab"))
print([f"{warning.category.__name__}: {warning.message}" for warning in caught])
