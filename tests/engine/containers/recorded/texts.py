# Texts and results of the built-in containers and functions.
import sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: int[3]); t(lambda: 3 in 3); t(lambda: [].index(3)); t(lambda: {}[[]]); t(lambda: {[]:1}); t(lambda: {[]}); t(lambda: [] in {}); t(lambda: [] in set()); t(lambda: {1:2}.get([])); t(lambda: dict([(1,2,3)])); t(lambda: dict([3])); t(lambda:dict(5))
def f():
    l=[1,2]; l[0:1]=5
t(f)
def f():
    l=[1,2]; l[::2]=5
t(f)
def f():
    a,b=[1,2,3]
t(f)
def f():
    a,b={1:2,3:4,5:6}
t(f)
t(lambda: sum([1,"a"])); t(lambda: (1,2).index(4)); t(lambda: [1].remove(3)); t(lambda: max([])); t(lambda: zip([1],[2,3],strict=True).__next__() and list(zip([1],[2,3],strict=True)))
t(lambda: tuple(1,2)); t(lambda: range()); t(lambda: range(1,2,3,4)); t(lambda: len(5)); t(lambda: next(5)); t(lambda: [1,2][1.0]); t(lambda: (1,)['a']); t(lambda: range(3)['a']); t(lambda: [1]+5); t(lambda: set(5)); t(lambda: {1}|[2]); t(lambda: {1}<[2]); t(lambda: {}|3); t(lambda: slice()); t(lambda: enumerate()); t(lambda: map(int)); t(lambda: reversed({1})); t(lambda: filter(None)); t(lambda: list(x=1)); t(lambda: set(x=1)); t(lambda: {}.pop(3)); t(lambda: {}.popitem()); t(lambda: set().pop()); t(lambda: set().remove(3)); t(lambda: range(1,2,0)); t(lambda: range(1.0)); t(lambda: range(5)[9]); t(lambda: range(5).index(9)); t(lambda: iter(3)); t(lambda: iter(3,3)); t(lambda: min(1)); t(lambda: max(1,key=3,default=2)); t(lambda: [].pop()); t(lambda: [1].pop(5)); t(lambda: [3]>[ 'a']); t(lambda: dict.fromkeys(3)); t(lambda: hash([])); t(lambda: hash({})); t(lambda: frozenset([[]]));t(lambda: ([],) in {1:1});t(lambda: hash(([],)))
t(lambda: map(5,[1]).__next__()); t(lambda: next(iter([])));t(lambda: sorted(5)); t(lambda:sorted([1,'a'])); t(lambda: [1].sort(5)); t(lambda: chr(-1)); t(lambda: ord('ab')); t(lambda: ord(3)); t(lambda: abs('a')); t(lambda: isinstance(1,3)); t(lambda: issubclass(1,int)); t(lambda: issubclass(int,1)); t(lambda: getattr(1,2)); t(lambda: getattr(1,'zz')); t(lambda: divmod(1,'a')); t(lambda: round('a')); t(lambda: pow(1,2,'a')); t(lambda: print(sep=3)); t(lambda: print(foo=3)); t(lambda: format(3,3)); t(lambda: vars(3)); t(lambda: dir(1,2)); t(lambda: bin('a')); t(lambda: setattr(1,'a',2)); t(lambda: object()[1]); t(lambda: len(1,2)); t(lambda: any(3)); t(lambda: sum(['a'],'')); t(lambda: sum([b'a'],b'')); t(lambda: all()); t(lambda: zip(1)); t(lambda: zip([],1)); t(lambda: enumerate(1)); t(lambda: enumerate([],'a')); t(lambda: reversed(1)); t(lambda: hash(1,2)); t(lambda: max(1,'a')); t(lambda: input(1,2)); t(lambda: id()); t(lambda: callable()); t(lambda: delattr(1,'a')); t(lambda: chr('a')); t(lambda: chr(1114112)); t(lambda: {1:2}.update(5)); t(lambda: {1:2}.update([5])); t(lambda: {}.update([(1,)])); t(lambda: {}.update(1,2)); t(lambda: [].extend(4)); t(lambda: [].insert('a',4)); t(lambda: [1,2,3].index(2,'a'))
