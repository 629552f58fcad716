import multiprocessing
def f(): print("in f")
ctx = multiprocessing.get_context("spawn")
p = ctx.Process(target=f)
p.start()
p.join()
print("exit code", p.exitcode)
