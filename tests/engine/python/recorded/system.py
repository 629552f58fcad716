import sys
print(type(sys.version_info).__name__, sys.version_info >= (3, 10), sys.version_info[:1], sys.version_info.n_fields)
print(sys.float_info, sys.int_info)
for bad in (lambda: type(sys.version_info)(1), lambda: setattr(sys.version_info, "major", 4), lambda: sys.setswitchinterval(0), lambda: sys.setswitchinterval("x")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
sys.setswitchinterval(0.25)
print(sys.getswitchinterval(), sys.stdout.write("four\n"), type(sys.stdout))
class S(str): pass
globals()[S("b")] = 391
print(b)
b = 392
print([k for k in globals() if k == "b"], b)
del b
print("b" in globals())
