import sys
print(list(sys._current_frames()) == list(sys._current_exceptions()), len(sys._current_frames()))
def f(): return list(sys._current_frames().values())[0].f_code.co_name
print(f())
def g():
    e = list(sys._current_exceptions().values())[0]
    return e if e is None or isinstance(e, tuple) else type(e)
print(g())
try: 1/0
except ZeroDivisionError:
    e = list(sys._current_exceptions().values())[0]
    print(e[0] if isinstance(e, tuple) else e)
    print(type(e[2]).__name__ if isinstance(e, tuple) else '')
if hasattr(sys, '_getframemodulename'):
    class A: n = sys._getframemodulename()
    print(A.n, (lambda: sys._getframemodulename(0))(), (lambda: sys._getframemodulename(depth=1))())
    try: sys._getframemodulename('x')
    except TypeError as e: print(e)
if hasattr(sys, 'getunicodeinternedsize'): print(sys.getunicodeinternedsize() > 100)
print(sys.call_tracing(lambda a, b: a + b, (1, 2)))
try: sys.call_tracing(f, 3)
except TypeError as e: print(e)
print(sys.get_coroutine_origin_tracking_depth(), sys.set_coroutine_origin_tracking_depth(3), sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)
try: sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e: print(e)
print(hasattr(sys, '_is_interned'), hasattr(sys, '_clear_type_cache'), hasattr(sys, '_clear_internal_caches'))
if hasattr(sys, '_clear_type_cache'): print(sys._clear_type_cache())
