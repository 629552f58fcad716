"""Which of those that take all items ask how many there will be."""


class Items:
    def __iter__(self):
        print("iter", end=" ")
        return iter((1, 2))

    def __len__(self):
        print("len", end=" ")
        return 2


class Unsized(Items):
    def __len__(self):
        print("len", end=" ")
        raise TypeError("not known")

    def __length_hint__(self):
        print("hint", end=" ")
        return 5


class Wrong(Items):
    def __len__(self):
        return -1


class Own(tuple):
    pass


def starred(*args):
    return args


for cls in Items, Unsized, Wrong:
    for function in tuple, list, Own, set, sum, sorted, lambda items: starred(*items), lambda items: starred(0, *items), lambda items: (*items,):
        try:
            print(function(cls()))
        except ValueError as error:
            print("ValueError", error)
