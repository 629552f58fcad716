def add(item, bag=[]):
    bag.append(item)
    return bag
one = add("x")
two = add("y")
three = add("z", [])
