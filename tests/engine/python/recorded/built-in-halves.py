import functools, operator, _queue, struct, datetime, contextvars
def err(f,/,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
print(functools.reduce, type(functools.cmp_to_key), functools.reduce.__module__, functools.reduce.__name__, functools.reduce.__qualname__)
r=functools.reduce
err(r); err(r, 1); err(r, 1,2,3,4); err(r, lambda a,b:a+b, [1,2,3]); err(r, lambda a,b:a+b, [1,2,3], 10); err(r, f=1)
err(functools.cmp_to_key); err(functools.cmp_to_key, 1, 2); err(functools.cmp_to_key, x=1)
k=functools.cmp_to_key(lambda a,b:b-a)
print(sorted([1,3,2],key=k));
print(sorted([1,3,2],key=functools.cmp_to_key(mycmp=lambda a,b:a-b)))
print(type(_queue.SimpleQueue.put), _queue.SimpleQueue.put, type(_queue.SimpleQueue().put))
q=_queue.SimpleQueue()
err(_queue.SimpleQueue, 1); err(_queue.SimpleQueue, a=1); err(q.put); err(q.get, 1,2,3,4); err(q.put, 5); err(q.get); err(q.get_nowait); err(_queue.SimpleQueue.put); err(_queue.SimpleQueue.put, 1, 2); err(q.qsize, 1); err(q.empty, 1)
print(type(functools.partial.__call__), functools.partial.__call__, functools.partial.__repr__, functools.partial.__reduce__, functools.partial.__new__.__name__, type(functools.partial.__new__))
p=functools.partial(int, base=2)
print(p('11'), type(p.__call__))
class C: m=functools.reduce
print(C().m is functools.reduce)
try: functools.reduce.x=1
except AttributeError as e: print(e)
g=operator.itemgetter(1)
print(g([1,2]), operator.itemgetter.__call__); err(g); err(g,1,2); err(operator.itemgetter)
err(operator.countOf); err(operator.countOf,[1,2,1],1); print(operator.countOf, operator.indexOf)
print(datetime.date.year, type(datetime.date.today), type(datetime.date.weekday), datetime.date(2020,1,2).year, datetime.date(2020,1,2).weekday())
d=datetime.date(2020,1,2)
err(d.replace, foo=1); err(d.strftime); err(d.weekday, 1); err(datetime.date); err(datetime.date, 2020); err(d.isoformat, 1)
try: d.year=3
except AttributeError as e: print(e)
err(datetime.datetime.now, 1,2,3); err(datetime.date.fromisoformat); err(datetime.date.fromisoformat, 3)
print(datetime.timedelta(1)+datetime.timedelta(2), datetime.timedelta.__add__)
@functools.lru_cache
def f(n): return n if n<2 else f(n-1)+f(n-2)
print(f(30), f.cache_info(), type(f.cache_info)); err(f.cache_info,1)
print(struct.Struct.pack, struct.iter_unpack); err(struct.Struct)
v=contextvars.ContextVar('v'); err(contextvars.ContextVar); err(v.get,1,2); err(v.set); print(type(v.get), contextvars.copy_context)
class P(functools.partial):
    def __call__(self,*a): return super().__call__(*a)
print(P(int)('3'))
import pickle, copy, inspect, weakref
print(pickle.loads(pickle.dumps(functools.reduce)) is functools.reduce, copy.copy(functools.reduce) is functools.reduce, inspect.isbuiltin(functools.reduce), inspect.isroutine(datetime.date.weekday), inspect.ismethoddescriptor(datetime.date.weekday))
print(weakref.ref(functools.reduce)() is functools.reduce)

print(datetime.datetime(2020,1,1)-datetime.datetime(2019,1,1))
