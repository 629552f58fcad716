import heapq, random
r = random.Random(5)
for n in (10, 2499, 2500, 2501, 2502, 3000, 4095, 4096, 4097, 5000):
    a = [r.randrange(50) for _ in range(n)]
    heapq.heapify(a)
    print(n, hash(tuple(a)))
    b = [(r.randrange(9), ) for i in range(n)]
    heapq.heapify(b); print(hash(tuple(b)))
