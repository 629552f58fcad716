import multiprocessing
from multiprocessing import get_all_start_methods
print(get_all_start_methods())
print(multiprocessing.get_start_method())
try: multiprocessing.set_start_method("spawn")
except RuntimeError as e: print(e)
multiprocessing.set_start_method("spawn", force=True); print(multiprocessing.get_start_method())
try: multiprocessing.get_context("nope")
except ValueError as e: print(e)
print(multiprocessing.get_context("fork").Process.__name__, multiprocessing.parent_process(), multiprocessing.current_process().name)
q = multiprocessing.Queue()
import pickle
for thing in (q, multiprocessing.Lock(), multiprocessing.Value("i", 1), multiprocessing.Event(), multiprocessing.SimpleQueue()):
    try: pickle.dumps(thing)
    except Exception as e: print(type(e).__name__, e)
