# Built-in exceptions: arguments, members, groups, chaining.
for e in [ValueError(), ValueError(1), ValueError(1, 'a'), KeyError('k'), KeyError(), KeyError(1,2), OSError('x'), StopIteration(5), StopIteration(), SystemExit(), SystemExit(3), SystemExit(1,2), ImportError('m', name='n', path='p'), NameError('x', name='y'), AttributeError('a', name='n', obj=3), SyntaxError('msg'), SyntaxError('msg', ('f.py', 3, 4, 'text')), SyntaxError('msg', ('f.py', 3, 4, 'text', 5, 6)), UnicodeDecodeError('utf8', b'\xff', 0, 1, 'bad'), UnicodeEncodeError('ascii', 'x\xe9', 1, 2, 'ord'), UnicodeTranslateError('abc', 0, 2, 'r'), ZeroDivisionError('z'), ExceptionGroup('eg', [ValueError(1)]), BaseExceptionGroup('g', [ValueError(1), KeyboardInterrupt()]), Exception([1])]:
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, sorted((n, getattr(e, n)) for n in dir(e) if not n.startswith('_') and n not in ('args','characters_written','name_from','add_note','with_traceback','derive','split','subgroup')))
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, '|', e)
t(ValueError, x=1); t(ImportError, foo=1); t(NameError, foo=1); t(OSError, x=1); t(KeyError, x=1); t(UnicodeDecodeError, 1); t(UnicodeDecodeError, 1,2,3,4,5); t(SyntaxError, 'a', (1,)); t(ExceptionGroup, 'a'); t(ExceptionGroup, 1, [2]); t(ExceptionGroup, 'a', []); t(ExceptionGroup, 'a', [1]); t(ExceptionGroup, 'a', [KeyboardInterrupt()]); t(ExceptionGroup, 'a', 3); t(StopIteration, x=3)
class MyE(Exception):
    def __init__(self, a, b=2): self.a = a; self.b = b
e = MyE(1, b=3); print(e.args, e.a, e.b, repr(e))
class MyE2(Exception):
    def __init__(self, a): super().__init__(a, 'more')
print(MyE2(1).args, str(MyE2(1)))
e = Exception(); e.add_note('n1'); e.add_note('n2'); print(e.__notes__, e.__dict__)
t(e.add_note, 1)
e.__cause__ = ValueError(1); print(e.__cause__, e.__suppress_context__); t(setattr, e, '__cause__', 1); t(delattr, e, '__cause__'); t(setattr, e, '__traceback__', 1); t(setattr, e, '__context__', 2)
e.args = [1, 2]; print(e.args, e); t(setattr, e, 'args', 1); t(delattr, e, 'args')
print(e.with_traceback(None) is e)
def f(x):
    try:
        if x == 1: raise ValueError('a')
        if x == 2: return 'ret'
        if x == 3: raise KeyError('k')
    except ValueError as er: return 'except'
    else: return 'else'
    finally: print('fin')
for i in (1, 2, 4): print(f(i))
try: f(3)
except KeyError as k: print('K', k, k.__context__)
try:
    try: raise ValueError(1)
    except ValueError: raise TypeError(2)
except TypeError as te: print(repr(te.__context__), te.__cause__)
try: raise 1
except TypeError as te: print(te)
try: raise int
except TypeError as te: print(te)
try:
    try: raise KeyError
    except (ValueError, 3): pass
except TypeError as te: print(te)
try: raise
except RuntimeError as r: print(r)
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('n', [ValueError(3), OSError(4)])])
except* ValueError as eg: print('V', repr(eg), eg.exceptions)
except* TypeError as eg: print('T', repr(eg))
except* OSError as eg: print('O', repr(eg))
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError: pass
except ExceptionGroup as eg: print(repr(eg), eg.message)
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError('new')
except ExceptionGroup as eg: print(repr(eg), repr(eg.exceptions))
try: 
    raise ValueError('bare')
except* ValueError as eg: print(repr(eg))
g = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])])
print(g.split(ValueError), g.subgroup(lambda e: isinstance(e, TypeError)), g.subgroup(OSError), g.derive([KeyError()]), g.split((ValueError, TypeError)))
t(g.split, 3); t(ExceptionGroup.derive, g, [])
print(ExceptionGroup.__mro__, OSError is IOError is EnvironmentError, FileNotFoundError.__mro__, issubclass(RecursionError, RuntimeError))
print(OSError(17, 'x').errno, type(OSError(9999, 'x')))
def gen():
    try: yield 1
    except GeneratorExit: print('GE'); raise
g = gen(); next(g); g.close()
