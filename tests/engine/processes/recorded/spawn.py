import multiprocessing, os, sys
counter = 0
print("module runs as", __name__)
def work(n, q):
    global counter
    counter += n
    q.put((n, counter, __name__, multiprocessing.current_process().name))
def leaves(): sys.exit(4)
class P:
    def __init__(self): self.x = 3
if __name__ == "__main__":
    counter = 100
    ctx = multiprocessing.get_context("spawn")
    q = ctx.Queue()
    p = ctx.Process(target=work, args=(5, q)); p.start(); print(q.get()); p.join(); print(p.exitcode, counter)
    p = ctx.Process(target=leaves); p.start(); p.join(); print(p.exitcode)
    try: ctx.Process(target=lambda: 1).start()
    except Exception as e: print(type(e).__name__)
    v = ctx.Value("i", 3); e = ctx.Event()
    import functools
    with ctx.Pool(1) as pool: print(pool.map(functools.partial(pow, 2), [1, 2, 3]))
