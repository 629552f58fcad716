import sys
from collections import deque, OrderedDict
g=sys.getsizeof
d=deque(); r=[g(d)]
for i in range(200): d.append(i); r.append(g(d))
for i in range(100): d.popleft(); r.append(g(d))
for i in range(40): d.appendleft(i); r.append(g(d))
d.rotate(5); r.append(g(d)); d.rotate(-70); r.append(g(d)); d.insert(3,1); d.remove(1); del d[4]; r.append(g(d)); d.reverse(); d.clear(); r.append(g(d))
d.extendleft(range(70)); r.append(g(d)); d=deque(range(64)); r.append(g(d)); d=deque(range(63)); r.append(g(d)); d=deque(d, maxlen=10); r.append(g(d)); d.extend(range(100)); r.append(g(d)); r.append(g(d.copy()))
print(r)
o=OrderedDict(); r=[]
for i in range(30): r.append(g(o)); o[str(i)]=i
print(r)
for i in range(20): o.popitem(); r.append(g(o))
o.move_to_end('3'); r.append(g(o)); r.append(g(o.copy())); o.clear(); r.append(g(o))
print(r)
class E(Exception): pass
for c in (E, ExceptionGroup if sys.version_info >= (3,11) else E): 
    print(c.__basicsize__, g(c), g(c('a',[E()])))
import sys
g=sys.getsizeof
b=bytearray(b'abcdefghij'); print(g(b)); b.append(1); print(g(b)); b.pop(); print(g(b)); del b[5:]; print(g(b)); del b[2:]; print(g(b)); b+=b'x'; print(g(b)); b.extend(b'yy'); print(g(b)); b.insert(0,1); print(g(b)); del b[:2]; print(g(b)); del b[:]; print(g(b))
print(g(bytearray(b'abc')*4), g(bytearray(b'abc')+b'def'), g(bytearray(b'abc')[:2]), g(bytearray('abc','utf8')), g(bytearray(b'abc').copy()))
b=bytearray(b'abc'); b*=3; print(g(b)); b[0:0]=b'1234'; print(g(b)); b[:]=b''; print(g(b)); b.clear(); print(g(b)); b.reverse(); b=bytearray(5); b[2]=1; print(g(b)); b.extend([1,2]); print(g(b)); b.extend(iter([1]*30)); print(g(b)); b.remove(1); print(g(b))
b=bytearray(50); del b[:10]; print(g(b)); b+=b'12345'; print(g(b)); b+=b'1234567'; print(g(b))
