"""Answers the requests of one named pipe in another, line by line: serve.py JUDGE QUESTIONS ANSWERS."""

import json
import os
import sys

_, _judge, _questions, _answers = sys.argv
exec(compile(open(_judge).read(), _judge, "exec"))


def _apart(line, answers):
    """A whole program runs in a copy of this process, which takes with it whatever the program leaves behind."""
    copy = os.fork()
    if copy == 0:
        answers.write(judge(line) + "\n")
        answers.flush()
        os._exit(0)
    os.waitpid(copy, 0)


with open(_questions) as questions, open(_answers, "w") as answers:
    for line in questions:
        if json.loads(line)["kind"] == "run":
            _apart(line, answers)
        else:
            answers.write(judge(line) + "\n")
            answers.flush()
