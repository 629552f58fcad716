def inner(data):
    held = [data]
    return held[9]
def outer(data):
    try:
        return inner(data)
    finally:
        done = True
value = {"k": 1}
try:
    outer(value)
except IndexError as error:
    name = type(error).__name__
after = value
