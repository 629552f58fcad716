import { beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../lib/engine/index.ts";
import type { LabReply, LabRequest } from "../../lib/lab/messages.ts";

/** Programs of the scenarios that end in each of the ways there are. */
const programs: readonly string[] = [
  "while True: pass", "while True: print('x')", "import itertools\nfor x in itertools.count(): pass", "sum(range(10**12))", "9**9**9", "str(10**5000)", "2.0**10000", "'x' * 10**12", "'x' * 10**9", "s = 'x'\nwhile True: s += s",
  "bytearray(10**10)", "a = []\na.append(a)\nprint(a)\na == [a]", "def f(): f()\nf()", "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()", "print('\\ud800')", "getattr(object(), 'toString')",
  "class K:\n    def __repr__(s): return 'K' * 10**6\nprint(K())", "a = []\nfor i in range(10000): a = [a]\nprint(len(str(a)))", "import time\ntime.sleep(10**9)\nprint('awake')", "print(id([]) % 4096, {str(i) for i in range(9)})",
];

let answer: (request: LabRequest) => Promise<LabReply>;

beforeAll(async () => {
  const replies: LabReply[] = [];
  let listen: (event: { data: LabRequest }) => void = () => {};
  vi.stubGlobal("self", {
    addEventListener: (_type: string, listener: typeof listen) => {
      listen = listener;
    },
    // As between a worker and its page: only what can be cloned arrives.
    postMessage: (reply: LabReply) => replies.push(structuredClone(reply)),
  });
  await import("../../lib/lab/worker.ts");
  expect(replies.pop()).toEqual({ kind: "ready" });
  answer = async (request) => {
    listen({ data: structuredClone(request) });
    await vi.waitFor(() => expect(replies.at(-1)).toBeDefined());
    return replies.pop() as LabReply;
  };
});

describe("a hostile program", () => {
  it.each(programs)("ends in the worker as it ends here: %s", async (source) => {
    expect(await answer({ kind: "run", source, version: "3.14", mode: "script" })).toEqual({ kind: "ran", result: run(source, { version: "3.14" }) });
  });

  it("leaves the worker fit for the next", async () => {
    expect(await answer({ kind: "run", source: "print(1 + 1)", version: "3.12", mode: "script" })).toMatchObject({ kind: "ran", result: { status: "done", stdout: "2\n" } });
  });
});
