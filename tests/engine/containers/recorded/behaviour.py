# containers behaviours
import sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
# dict mutated
def f():
    d={1:1,2:2}
    for k in d: d[k+10]=1
t(f)
def f():
    d={1:1,2:2}
    n=0
    for k in d:
        del d[k]; d[k]=1
        n+=1
        if n>50: break
    return n
t(f)
def f():
    d={1:1,2:2,3:3}
    n=0
    for k in d:
        d.pop(k); d[k+100]=1; n+=1
        if n>60: break
    return n,d
t(f)
def f():
    s={1,2,3}
    for k in s: s.add(k+10)
t(f)
d=dict(a=1,b=2); d['c']=3; print(d, list(d.items()), d.keys(), d.values(), d.items())
print(d|{'z':1}, d); d|=[('q',2)]; print(d); print(list(reversed(d)), list(reversed(d.items())))
print(d.pop('a'), d.popitem(), d.setdefault('n',5), d.setdefault('n',6), d.get('zz'), d.get('zz',3)); print(dict.fromkeys('abc',0))
print({1:'a',True:'b',1.0:'c'}); print({i:i*i for i in range(5)})
class H:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): print('eq',s.v,getattr(o,'v',o)); return s.v==getattr(o,'v',o)
    def __repr__(s): return f'H({s.v!r})'
d={H(1):1}; d[1]='x'; print(d, 1 in d, H('a') in {'a':1}, {'a':1}[H('a')])
s={H(3),3}; print(s)
class M(dict):
    def __missing__(s,k): return k*2
m=M(); print(m[4], m.get(4), len(m)); m['x']=1; print(m, m.copy(), type(m.copy()))
a={1,2,3,4}; b={3,4,5}; print(a|b,a&b,a-b,a^b,a<=b,a<{1,2,3,4,5},a.isdisjoint({9}), a.union([9],[10])); a-=b; print(a); a|=b;print(a); a^={1,99};print(a); a&={99};print(a)
s=set(range(20)); print([s.pop() for _ in range(5)], s); s.discard(100); s.remove(10); print(s)
l=[1,2,3]; l[1:2]=[7,8,9]; print(l); del l[::2]; print(l); l[::-1]; l.insert(0,'x'); l.extend('ab'); print(l, l[::-1], l*2, l+[1]); l.reverse(); print(l, l.index('x'), l.count('a')); l*=2; print(l); del l[1:3]; print(l)
l=[3,1,2]; l.sort(reverse=True); print(l); print(sorted('banana'), sorted(['b','A','c'],key=str.lower), sorted([(1,'b'),(1,'a'),(0,'z')], key=lambda x:x[0], reverse=True))
def f():
    l=[3,2,1]
    def k(x): l.append(1); return x
    try: l.sort(key=k)
    finally: print(l)
t(f)
l=[]; l.append(l); print(l); t2=(l,); print(t2); d={}; d['d']=d; print(d)
a=[]; b=[a]; a.append(b); c=[]; e=[c]; c.append(e)
a,*b,c=range(6); print(a,b,c); (a,b),c=(1,2),3; print(a,b,c); *a,=('x','y'); print(a); [x,y]={'p':1,'q':2}; print(x,y)
t(lambda: (lambda: [0 for a,b in [(1,2,3)]])())
def f(): 
    a,*b,c=[1]
t(f)
def f(): 
    a,b=iter([1])
t(f)
def f(): 
    a,b=5
t(f)
print(list(zip([1,2,3],'ab')), list(enumerate('ab',5)), list(map(lambda x,y:x+y,[1,2],[3,4])), list(filter(None,[0,1,'',2])), list(reversed([1,2,3])), list(reversed(range(5))))
r=range(0,20,3); print(r, len(r), r[2], r[-1], r[1:4], r[::-1], 9 in r, 10 in r, r.index(9), list(r), r==range(0,21,3), range(0)==range(1,1)); print(range(10**20)[10**19], 5 in range(10**30))
t(lambda: len(range(10**30)))
print(sum([1,2,3]), sum([0.1]*10), sum([[1],[2]],[]), max([1,5,3]), min('c','a'), max([1,2],key=lambda x:-x), max([],default=7), any([]), all([]), any([0,1]))
class It:
    def __getitem__(s,i):
        if i>3: raise IndexError
        return i*i
print(list(It()), 4 in It(), tuple(It()))
it=iter([1,2,3]); print(next(it), next(it,9), list(it), next(it,'end'))
x=iter(lambda: 3, 3); print(list(x))
print((1,2)<(1,3), [1,2]==[1,2], (1,)==[1], [1,2]<[1,2,3], [1]!=[1])
print((1,2)+(3,), (1,2)*2, (1,2,3)[::2], (1,2,1).count(1), 2 in (1,2), ()*5)
print(slice(1,2), slice(None,5).indices(3), slice(1,2)==slice(1,2))
class L(list): pass
class D(dict): pass
class S(set): pass
class T(tuple): pass
print(L([1,2]), D(a=1), S([1]), T((1,2)), L([1])+[2], type(L([1])[:]), S([1])|{2}, type(S([1])|{2}), T((1,2))+(3,), type(S([1]).copy()))
print([*range(3), *'ab'], {**{'a':1}, 'b':2}, (*[1],), {*[1,2]})
print(dict([('a',1),['b',2]]), dict({'x':1}, y=2), dict(zip('ab',[1,2])), list({}), [] or 'e')
print(isinstance(1,(int,str)), isinstance('a',int|str), issubclass(bool,int), callable(len), callable(3))
print(divmod(7,2), pow(2,10,1000), round(2.5), round(2.675,2), abs(-3), bin(10), hex(255), oct(8), chr(97), ord('a'), hash(1), hash('') )
print(memoryview(b'abc')[1], bytes(memoryview(bytearray(b'abc'))[::-1]))
print(list.append, [].append.__name__, dict.fromkeys.__name__, len)
print(1, 2, sep='-', end='!\n')
print(dir([])==sorted(dir([])), [n for n in dir(tuple) ])
print([n for n in dir(list)]); print([n for n in dir(dict)]); print([n for n in dir(set)]); print([n for n in dir(range)]); print([n for n in dir({}.keys())])
