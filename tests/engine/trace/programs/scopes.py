x = ["global"]
def outer():
    x = ["outer"]
    def inner():
        nonlocal x
        y = x
        x = ["inner"]
        return y
    z = inner()
    del z
    return x
got = outer()
squares = [n * 1000 for n in (3, 4)]
table = {key: x for key in "ab"}
