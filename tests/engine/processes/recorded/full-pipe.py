import multiprocessing, time
ctx = multiprocessing.get_context("fork")
def fill(q): q.put("x" * 200000)
q = ctx.Queue()
p = ctx.Process(target=fill, args=(q,)); p.start()
p.join(0.3); print("joined before get:", p.exitcode)
print(len(q.get())); p.join(); print(p.exitcode)
