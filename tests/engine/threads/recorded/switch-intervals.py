import sys
print(sys.getswitchinterval())
for seconds in (1e-4, 0.01, 1.5e-6, 1e-7, 3):
    sys.setswitchinterval(seconds)
    print(sys.getswitchinterval())
