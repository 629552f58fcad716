from multiprocessing.dummy import Pool, Process, Queue, Lock, Manager, Pipe, Value, current_process, active_children
import multiprocessing.dummy as d
def f(q, n): q.put(n * n)
q = Queue(); ps = [Process(target=f, args=(q, i)) for i in range(3)]
for p in ps: p.start()
for p in ps: p.join()
print(sorted(q.get() for _ in ps), [p.exitcode for p in ps], active_children())
with Pool(3) as p: print(p.map(len, ["a", "bb"]), p.starmap(pow, [(2, 3)]), p.apply(max, (1, 2)))
a, b = Pipe(); a.send(1); print(b.poll(), b.recv(), b.poll(), a.poll(0.01))
m = Manager(); n = m.Namespace(x=1, _y=2); print(n, m.dict(a=1), m.list([1]), Value("i", 3))
v = Value("i", 3); v.value += 1; print(v.value, d.Array("i", [1, 2]), current_process().name)
