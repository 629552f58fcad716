import gc
gc.disable(); gc.collect()
print(sorted(gc.get_stats()[2].items())[:0], sorted(gc.get_stats()[2]))
class N: pass
def cb(phase, info): print(phase, sorted(info))
gc.callbacks.append(cb)
for i in range(3):
    n = N(); n.me = n
del n
gc.collect()
gc.callbacks.clear()
s = gc.get_stats()[2]
print({k: type(v).__name__ for k, v in s.items()})
gc.collect(0)
