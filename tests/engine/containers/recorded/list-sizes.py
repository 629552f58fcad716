"""Sizes of lists as they grow, in 64-bit builds."""
import sys
g = sys.getsizeof
def gen(n):
    for i in range(n): yield i
class Hint:
    def __init__(self, n, h): self.n = n; self.h = h
    def __iter__(self): return iter(range(self.n)) if self.h is None else HI(self.n, self.h)
class HI:
    def __init__(self, n, h): self.i = 0; self.n = n; self.h = h
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1; return self.i
    def __length_hint__(self): return self.h
print(g([]), g([1]), g([1, 2]), g([1, 2, 3]), g([1, 2, 3, 4]), g([1, 2, 3, 4, 5]), g([1] * 5), g([0, *[]]), g([*[1, 2, 3]]), g([*(1, 2, 3, 4, 5)]), g([*range(7)]), g([*'abcde']), g([*{1, 2, 3}]), g([*{1: 2}]))
print([g(list(range(n))) for n in range(20)])
print([g([i for i in range(n)]) for n in range(20)])
print([g(list(gen(n))) for n in range(30)])
print([g([*gen(n)]) for n in range(20)])
print([g(list(HI(n, 5))) for n in range(20)])
print([g(sorted(range(n))) for n in range(10)], g(sorted('hello')), g(list('hello')), g(list((1, 2, 3))), g(list([1, 2, 3])), g(list({1, 2, 3})), g(list({1: 1})), g(list({}.items())), g(list(map(str, [1, 2, 3]))), g(list(zip([1, 2], [3, 4]))), g(list(enumerate('abc'))), g(list(reversed([1, 2, 3]))))
a = [1, 2, 3]; print(g(a), g(a[:]), g(a + a), g(a * 2), g(a.copy()), g(a[1:]), g(list(a)))
a.append(4); print(g(a)); a.append(5); print(g(a)); a.extend([6, 7]); print(g(a)); a += [8]; print(g(a)); a.pop(); print(g(a)); a.clear(); print(g(a)); a.extend([1, 2, 3]); print(g(a)); a.insert(0, 1); print(g(a)); del a[1:]; print(g(a)); a[:] = [1, 2, 3, 4, 5]; print(g(a)); a.remove(3); print(g(a))
b = []; b.extend(gen(3)); print(g(b)); b.extend(gen(9)); print(g(b)); b = []; b += (1, 2, 3); print(g(b)); b = [1]; b.extend(range(10)); print(g(b)); b = list(range(100)); print(g(b)); b.sort(); print(g(b)); del b[10:]; print(g(b)); b = list(range(1000)); [b.pop() for _ in range(600)]; print(g(b))
