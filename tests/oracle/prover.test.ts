import { describe, expect, it } from "vitest";
import { type Answer, proverOn, type Request } from "../../lib/oracle/prover.ts";

function asked(answer: Answer) {
  const requests: Request[] = [];
  const prover = proverOn((request) => {
    requests.push(request);
    return answer;
  });
  return { requests, prover };
}

const error = { type: "ValueError", message: "no", lastLine: "ValueError: no", line: 3 };

describe("CPython as a prover", () => {
  it("runs a program in its mode and gives its output, or the error that ended it", () => {
    const { requests, prover } = asked({ stdout: "a\n", error: null });
    expect(prover.run("print('a')", { mode: "repl" })).toMatchObject({ status: "done", stdout: "a\n" });
    expect(requests).toEqual([{ kind: "run", source: "print('a')", mode: "repl" }]);
    expect(asked({ stdout: "a\n", error }).prover.run("x")).toMatchObject({ status: "raised", stdout: "a\n", error: { lastLine: "ValueError: no", line: 3 } });
  });

  it("keeps sessions apart and closes them", () => {
    const { requests, prover } = asked({ stdout: "", error: null });
    const [first, second] = [prover.openSession(), prover.openSession()];
    first.feed("a = 1");
    second.feed("a");
    first.close();
    expect(requests).toEqual([{ kind: "feed", session: 1, source: "a = 1" }, { kind: "feed", session: 2, source: "a" }, { kind: "close", session: 1 }]);
    expect(asked({ incomplete: true }).prover.openSession().feed("def f():")).toEqual({ status: "incomplete" });
    expect(asked({ stdout: "", error }).prover.openSession().feed("x")).toMatchObject({ status: "done", error: { type: "ValueError" } });
  });

  it("says that it cannot look inside", () => {
    expect(() => asked({}).prover.openSession().inspect("a")).toThrow("leave the model blocks out");
  });
});
