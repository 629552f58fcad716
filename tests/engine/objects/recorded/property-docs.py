# Docstrings of properties and of classes derived from property.
import inspect
def trial(label, f):
    try: print(label, repr(f()))
    except Exception as e: print(label, type(e).__name__, e)
class Doc(property): 'This is a subclass.'
class NoDoc(property): pass
class Slots(property): __slots__ = ()
class SlotDoc(property): __slots__ = ('__doc__',)
class DocProp(property):
    __doc__ = property(lambda self: 'computed')
class Raising:
    @property
    def __doc__(self): raise ValueError('no doc')
    def __call__(self, o): return 1
class Odd:
    __doc__ = 42
    def __call__(self, o): return 2
class NoneDoc:
    __doc__ = None
    def __call__(self, o): return 2
def getter(self): 'getter doc'; return 1
def plain(self): return 1
def setter(self, v): 'setter doc'
for cls in (property, Doc, NoDoc, Slots, SlotDoc, DocProp):
    n = cls.__name__
    trial(n + ' getter', lambda: cls(getter).__doc__)
    trial(n + ' explicit', lambda: cls(getter, doc='explicit').__doc__)
    trial(n + ' plain', lambda: cls(plain).__doc__)
    trial(n + ' plain explicit', lambda: cls(plain, doc='explicit').__doc__)
    trial(n + ' none', lambda: cls(None, None, None, None).__doc__)
    trial(n + ' nothing explicit', lambda: cls(doc='x').__doc__)
    trial(n + ' odd', lambda: cls(Odd()).__doc__)
    trial(n + ' none doc', lambda: cls(NoneDoc()).__doc__)
    trial(n + ' raising', lambda: cls(Raising()).__doc__)
    trial(n + ' copy getter', lambda: cls(getter).setter(setter).__doc__)
    trial(n + ' copy explicit', lambda: cls(getter, doc='e').setter(setter).__doc__)
    trial(n + ' copy other getter', lambda: cls(getter).getter(plain).__doc__)
    trial(n + ' copy new getter', lambda: cls(plain).getter(getter).__doc__)
    trial(n + ' explicit new getter', lambda: cls(plain, doc='e').getter(getter).__doc__)
    trial(n + ' setter first', lambda: cls(None, setter).getter(getter).__doc__)
    def put():
        p = cls(getter); p.__doc__ = 'put'; return p.__doc__, p.setter(setter).__doc__
    trial(n + ' put', put)
    def drop():
        p = cls(getter); del p.__doc__; return p.__doc__
    trial(n + ' drop', drop)
    class K: x = cls(getter, doc='in class')
    trial(n + ' in class', lambda: K.x.__doc__)
    for name in ('fget', 'fset', 'fdel', '__isabstractmethod__'):
        def setit(): setattr(cls(getter), name, 3)
        trial(n + ' set ' + name, setit)
        def delit(): delattr(cls(getter), name)
        trial(n + ' del ' + name, delit)
    trial(n + ' name', lambda: cls(getter).__name__)
    trial(n + ' noname', lambda: cls(None).__name__)
    trial(n + ' kname', lambda: K.x.__name__)

    for args in ((), (1,), (1, 2, 3)): trial(n + ' set_name', lambda: cls(getter).__set_name__(*args))
    class L: y = cls()
    for act in (lambda: L().y, lambda: setattr(L(), 'y', 1), lambda: delattr(L(), 'y')): trial(n, act)
    M = type('M', (), {}); M.z = cls()
    for act in (lambda: M().z, lambda: setattr(M(), 'z', 1), lambda: delattr(M(), 'z')): trial(n, act)
p = property(getter); p.__init__(plain, doc='again'); print(p.__doc__, p.fget is plain); p.__init__(); print(p.__doc__, p.fget)
