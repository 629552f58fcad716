# Iterators of a deque: made by calling their types, copied, and after the deque changed.
import copy
import pickle
import weakref
from collections import deque


def show(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


letters = deque("abcdef")
forwards, backwards = iter(letters), reversed(letters)
Forwards, Backwards = type(forwards), type(backwards)
next(forwards), next(forwards), next(backwards)
show("reduced", lambda: forwards.__reduce__())
show("reduced", lambda: backwards.__reduce__())
show("copied", lambda: (list(copy.copy(forwards)), list(copy.deepcopy(forwards)), list(copy.copy(backwards))))
show("pickled", lambda: list(pickle.loads(pickle.dumps(forwards))))
show("hint", lambda: (forwards.__length_hint__(), backwards.__length_hint__()))
show("at the end", lambda: (list(forwards), forwards.__reduce__(), forwards.__length_hint__()))
show("made", lambda: [list(Forwards(letters, at)) for at in (0, 2, 99, -3)])
show("made", lambda: [list(Backwards(letters, at)) for at in (0, 4)])
for args in [(), (1,), (letters, "a"), (letters, 1, 2), ([],), (letters, 2**70)]:
    show("refused", lambda: Forwards(*args))

changed = iter(letters)
next(changed)
letters.append("g")
for _ in range(2):
    show("changed", lambda: next(changed))
show("changed", lambda: (changed.__reduce__()[1], changed.__length_hint__()))
letters.pop()
show("changed back", lambda: next(changed))


class Watched(deque):
    pass


watched = Watched([1, 2])
reference = weakref.ref(watched)
walker = iter(watched)
list(walker)
del watched
print(reference() is not None)
del walker
print(reference() is None)
