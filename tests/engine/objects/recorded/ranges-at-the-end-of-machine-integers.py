# Which ranges machine integers can walk.
import pickle

M = 2**63
for t in [(13,), (M-3, M-1), (4*M, 4*M+2), (M-2, M-1, 2), (-M+1, -M, -2), (1, 2, M-1), (-1, -2, -M), (1, M-1, M-1), (-1, -M, -M), (0, M), (0, M-1), (-M, M-1), (0, M-1, 2), (0, M-2, 2), (-M, 0), (5, -M, -1), (5, -M, -2)]:
    it = iter(range(*t)); print(t, type(it).__name__, it.__reduce__()[1], type(reversed(range(*t))).__name__)
    try: print(len(range(*t)))
    except OverflowError as e: print(e)
    try: print(it.__length_hint__())
    except OverflowError as e: print(e)
    print(range(*t)[-1] if range(*t) else None, type(pickle.loads(pickle.dumps(it))).__name__)
