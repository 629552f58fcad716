# What computes bounds, defaults and aliases, in the formats of annotations (3.14).
import typing, annotationlib as al
T = typing.TypeVar('T', bound=int, default=str); U = typing.TypeVar('U'); W = typing.TypeVar('W', int, str)
print(T.evaluate_bound, T.evaluate_default, U.evaluate_bound, U.evaluate_default, W.evaluate_constraints, T.evaluate_constraints)
print(type(T.evaluate_bound).__name__, type(T.evaluate_bound).__module__, type(T.evaluate_bound).__qualname__)
for f in (1, 2, 3, 4, al.Format.STRING, al.Format.VALUE, 9):
    for e in (T.evaluate_bound, W.evaluate_constraints):
        try: print(f, e(f))
        except Exception as x: print(f, type(x).__name__, x)
for args in ((), (1, 2), ('x',)):
    try: print(T.evaluate_bound(*args))
    except Exception as x: print(type(x).__name__, x)
P = typing.ParamSpec('P', default=[int]); print(P.evaluate_default, typing.ParamSpec('Q').evaluate_default)
X = typing.TypeVarTuple('X', default=typing.Unpack[tuple[int, str]]); print(X.evaluate_default, typing.TypeVarTuple('Y').evaluate_default)
A = typing.TypeAliasType('A', int); print(A.evaluate_value, A.evaluate_value(4), A.evaluate_value is A.evaluate_value)
type B = int | B
print(B.evaluate_value.__name__, B.evaluate_value.__qualname__, B.evaluate_value is B.evaluate_value, B.__value__, type(B.evaluate_value).__name__)
def g[V: (int, str), T: int = str, *Ts = *tuple[int], **P = [int]](): pass
for p in g.__type_params__:
    for n in ('evaluate_bound', 'evaluate_default', 'evaluate_constraints'):
        e = getattr(p, n, 'absent'); print(p, n, getattr(e, '__qualname__', e), e(1) if callable(e) else '')
print(al.call_evaluate_function(T.evaluate_bound, al.Format.STRING), al.call_evaluate_function(W.evaluate_constraints, al.Format.STRING))
print(al.call_evaluate_function(B.evaluate_value, al.Format.STRING))
print(typing.TypeVar('E', default=()).evaluate_default, typing.TypeVarTuple('Es', default=()).evaluate_default)
