import sys

async def work():
    pass
def outer():
    return inner()
def inner():
    return work()

sys.set_coroutine_origin_tracking_depth(2)
print(sys.get_coroutine_origin_tracking_depth())
made = outer()
print([(line, name) for file, line, name in made.cr_origin])
made.close()
print(len(made.cr_origin))
sys.set_coroutine_origin_tracking_depth(0)
plain = work()
print(plain.cr_origin)
plain.close()
