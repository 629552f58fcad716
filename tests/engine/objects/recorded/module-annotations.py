# Annotations of a module are made when asked for (PEP 649).
import types, sys
m = types.ModuleType('m')
print(m.__annotate__ and 'annotate', m.__annotations__)
def ann(format): return {'x': int}
m.__annotate__ = ann
print(m.__annotate__ is ann, m.__annotations__, m.__dict__.get('__annotations__'), m.__dict__['__annotate__'] is ann)
for v in (3, None, ann):
    try: m.__annotate__ = v; print(m.__annotate__ and 'annotate', m.__annotations__)
    except Exception as e: print(type(e).__name__, e)
try: del m.__annotate__
except Exception as e: print(type(e).__name__, e)
m.__annotations__ = {'y': 1}
print(m.__annotate__ and 'annotate', m.__annotations__)
del m.__annotations__
print(m.__annotate__ and 'annotate', m.__annotations__)
try: del m.__annotations__; print('ok'); del m.__annotations__
except Exception as e: print(type(e).__name__, e)
this = sys.modules['__main__']
def f(n: int): pass
x: int = 3
z: str
y: Nowhere
print(callable(this.__annotate__))
try: print(this.__annotations__)
except Exception as e: print(type(e).__name__, e)
import annotationlib
print(annotationlib.get_annotations(this, format=annotationlib.Format.STRING))
