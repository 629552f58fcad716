# What inspect says of methods of built-in types, bound and not.
import inspect

for f in (dict.get, str.join, list.append, str.split, list.sort, str.encode, int.__add__, (1).__add__, [].append, "a".split, dict.fromkeys, object.__init__, list.__len__, list.insert, len, sorted, isinstance):
    print(f.__name__, inspect.signature(f))
for f in (dict.pop, str.maketrans, getattr, max):
    try:
        print(f.__name__, inspect.signature(f))
    except ValueError:
        print(f.__name__, "refused")
