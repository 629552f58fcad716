def pairs(items):
    before = None
    for item in items:
        yield before, item
        before = item
source = [[1], [2]]
it = pairs(source)
head = next(it)
for pair in it:
    kept = pair
