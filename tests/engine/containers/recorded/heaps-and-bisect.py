def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
import heapq, bisect
h=[5,3,8,1,9,2]; heapq.heapify(h); print(h); heapq.heappush(h,0); print(h, heapq.heappop(h), h, heapq.heapreplace(h,7), h, heapq.heappushpop(h,1), h)
print([heapq.heappop(h) for _ in range(len(h))]); t(lambda: heapq.heappop([])); t(lambda: heapq.heappush((),1)); t(lambda: heapq.heapify(5)); t(lambda: heapq.heapreplace([],1)); t(lambda: heapq.heappush([1],'a'))
print(heapq.nlargest(2,[1,5,3]), heapq.nsmallest(2,['bb','a','cc'],key=len), list(heapq.merge([1,4],[2,3],[0,9])), list(heapq.merge([4,1],[3,2],reverse=True)), list(heapq.merge('aC','bD',key=str.lower)))
