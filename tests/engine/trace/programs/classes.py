class Node:
    made = 0
    def __init__(self, value, after=None):
        self.value = value
        self.after = after
tail = Node([1])
head = Node([2], tail)
tail.after = head
del tail
head.value = head
class Slotted:
    __slots__ = ("x", "y")
s = Slotted()
s.x = head
