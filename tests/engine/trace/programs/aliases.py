a = [1, 2]
b = a
c = [1, 2]
b.append(3)
del a
b = None
c = [c, c]
