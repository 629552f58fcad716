def depth(tree):
    if not tree:
        return 0
    deepest = 0
    for child in tree:
        found = depth(child)
        if found > deepest:
            deepest = found
    return deepest + 1
tree = [[], [[]]]
result = depth(tree)
