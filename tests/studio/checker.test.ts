import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Checker, type Checks } from "../../components/studio/checker.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import type { JudgeReply, JudgeRequest } from "../../lib/lab/judge-messages.ts";
import type { WatchedWorker, WorkerOutcome } from "../../lib/lab/watched-worker.ts";
import { cardText, fenced } from "../cards/card-text.ts";

type Judged = WorkerOutcome<Exclude<JudgeReply, { kind: "ready" }>>;

function held({ proof, version }: JudgeRequest): Judged {
  return { kind: "answered", reply: { kind: "judged", result: { proof: proof.name, kind: proof.kind, line: proof.line, version, mode: "script", outcome: "held", failure: null }, output: "" } };
}

/** A checker whose workers answer as told; `asked` are the runs that it wanted. */
function open(judge: (request: JudgeRequest) => Judged | Promise<Judged>) {
  const asked: JudgeRequest[] = [];
  const state: { checks: Checks | null; ended: number } = { checks: null, ended: 0 };
  const worker = <Request, Reply>(ask: WatchedWorker<Request, Reply>["ask"]): WatchedWorker<Request, Reply> => ({ warmUp: () => undefined, ask, end: () => { state.ended += 1; } });
  const checker = new Checker(
    {
      reader: worker(async (source) => ({ kind: "answered", reply: { kind: "read", read: { card: parseCard(source), problems: [], fields: null } } })),
      judge: worker(async (request) => {
        asked.push(request);
        return judge(request);
      }),
    },
    3,
    (checks) => { state.checks = checks; },
  );
  return { checker, asked, state };
}

const cellsOf = (checks: Checks | null) => (checks?.blocks ?? []).map((block) => [...block.cells].map(([version, cell]) => `${version} ${cell.state === "ran" ? cell.result.outcome : cell.state === "ended" ? cell.why : cell.state}`));
const two = (first: string, second: string) => cardText({ versions: "3.13-3.14" }, { proof: `${fenced("python", first)}\n\n${fenced("python", second)}` });

describe("the checks of a text that is being written", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("run each block in each version, and not again while the block is the same", async () => {
    const { checker, asked, state } = open(held);
    checker.check(two("assert len('a') == 1", "assert len('b') == 1"));
    await vi.advanceTimersByTimeAsync(300);
    expect(cellsOf(state.checks)).toEqual([["3.13 held", "3.14 held"], ["3.13 held", "3.14 held"]]);
    checker.check(two("assert len('a') == 1", "assert len('c') == 1"));
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toHaveLength(6);
    expect(state.checks?.busy).toBe(false);
  });

  test("wait for a pause in typing, and only the last text is read", async () => {
    const { checker, asked } = open(held);
    for (const end of ["1", "2", "3"]) {
      checker.check(two(`assert len('${end}') == 1`, "assert len('b') == 1"));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(asked.map(({ proof }) => (proof.kind === "script" ? proof.source : "")).filter((source) => source.includes("'3'"))).toHaveLength(2);
    expect(asked).toHaveLength(4);
  });

  test("M28 say so at the block that does not end, try it in no further version, and go on with the next", async () => {
    const { checker, asked, state } = open((request) => (request.proof.kind === "script" && request.proof.source.includes("while") ? { kind: "timeout" } : held(request)));
    checker.check(two("while True: pass\nassert len('a') == 1", "assert len('b') == 1"));
    await vi.advanceTimersByTimeAsync(300);
    expect(cellsOf(state.checks)).toEqual([["3.13 stopped after 3 seconds: the program had not ended", "3.14 not run, as it did not end in Python 3.13"], ["3.13 held", "3.14 held"]]);
    expect(asked).toHaveLength(3);
  });

  test("of an old text end when a new one comes", async () => {
    const { checker, asked, state } = open((request) => (request.proof.kind === "script" && request.proof.source.includes("slow") ? new Promise(() => undefined) : held(request)));
    checker.check(two("slow = 1\nassert len('a') == 1", "assert len('b') == 1"));
    await vi.advanceTimersByTimeAsync(300);
    expect(state.checks?.busy).toBe(true);
    checker.check(two("assert len('a') == 1", "assert len('b') == 1"));
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toHaveLength(5);
    expect(cellsOf(state.checks)[0]).toEqual(["3.13 held", "3.14 held"]);
    checker.dispose();
    expect(state.ended).toBe(2);
  });
});
