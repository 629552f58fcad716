import signal

def ring(number, frame):
    raise TimeoutError("alarm")

def wait():
    try:
        while True:
            pass
    except TimeoutError:
        return "in the block around the loop"

signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(wait())
