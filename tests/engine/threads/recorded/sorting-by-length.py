# Lists whose items compare in Python, sorted by a built-in key while another thread waits.
import threading


class Item:
    def __init__(self, cost):
        self.cost = cost

    def __lt__(self, other):
        return self.cost < other.cost

    def __repr__(self):
        return f"Item({self.cost})"


done = threading.Event()
waiting = threading.Thread(target=done.wait)
waiting.start()
rows = [[Item(1), Item(2)], [Item(3)]]
rows.sort(key=len)
print(rows)
list.sort(rows, key=len, reverse=True)
print(rows)
sort = rows.sort
sort(key=len)
print(rows)
rows.sort(key=None)
print(rows, sorted(rows, key=len))
rows.sort(reverse=True)
print(rows)
done.set()
waiting.join()
