# What is left when a program ends is finalized while the library that it uses still stands.
import json
import queue
import threading


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, json.dumps([1]), queue.Queue(2).maxsize, threading.Lock().locked(), helper(3), LATER)


def helper(x):
    return x + 1


first = Noted("first")
_private = Noted("_private")
last = Noted("last")
helper.kept = Noted("on a function")
LATER = "bound after them"
