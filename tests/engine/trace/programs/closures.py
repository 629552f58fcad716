def make():
    found = []
    def keep(value):
        found.append(value)
        return len(found)
    return keep
first = make()
second = make()
first(first)
n = second(1000)
late = [lambda: i for i in range(2)]
last = late[0]()
