class Item:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        print((self.n, o.n), end=" "); return self.n < o.n
import heapq, random
a = [Item(n) for n in (3,1,2)]; a.sort(); print()
a = [Item(n) for n in (3,1,2)]; a.sort(reverse=True); print()
r = random.Random(1)
a = [Item(r.randrange(50)) for n in range(40)]; sorted(a); print()
print([i.n for i in heapq.merge([Item(1), Item(4), Item(7)], [Item(2), Item(3)])]); print()
print([i.n for i in heapq.merge([Item(7), Item(4), Item(1)], [Item(4), Item(3)], reverse=True)]); print()
print([i.n for i in heapq.merge([Item(1), Item(4), Item(7)], [Item(2), Item(3)], [Item(4)], key=lambda i: Item(i.n*2))]); print()
print([i.n for i in heapq.nsmallest(2, [Item(4), Item(2), Item(9)])])
print([i.n for i in heapq.nlargest(2, [Item(4), Item(2), Item(9)])])
print([i.n for i in heapq.nsmallest(1, [Item(4), Item(2), Item(9)])])
print([i.n for i in heapq.nsmallest(2, [Item(4), Item(2), Item(9), Item(1), Item(3)])])
print([i.n for i in heapq.nsmallest(2, iter([Item(4), Item(2), Item(9), Item(1), Item(3)]))])
print([i.n for i in heapq.nlargest(2, [Item(4), Item(2), Item(9), Item(1), Item(3)], key=lambda i: Item(i.n))])
print([i.n for i in heapq.nlargest(1, [Item(4), Item(2), Item(9), Item(1), Item(3)], key=lambda i: Item(i.n))])
