import os
r, w = os.pipe()
if os.fork() == 0:
    print(["child"], {"key": (1, 2)})
    os.write(w, b"x")
    os._exit(0)
os.read(r, 1)
os.wait()
print([1, [2]], {3: "x"}, (4,), sep=" / ", end="!\n")
