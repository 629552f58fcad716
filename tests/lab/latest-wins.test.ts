import { expect, it } from "vitest";
import { latestWins } from "../../lib/lab/latest-wins.ts";

/** Questions that are answered when the test says so, in the order in which they were asked. */
function oracle() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const ask = latestWins<string, string>((question) => new Promise((resolve) => {
    asked.push(question);
    answers.push(() => resolve(question.toUpperCase()));
  }));
  return { asked, ask, answer: () => answers.shift()?.() };
}

it("asks one question at a time, and of those that wait only the newest", async () => {
  const { asked, ask, answer } = oracle();
  const replies = ["a", "b", "c", "d"].map(ask);
  expect(asked).toEqual(["a"]);
  answer();
  expect(await replies[0]).toBe("A");
  expect([await replies[1], await replies[2]]).toEqual([null, null]);
  expect(asked).toEqual(["a", "d"]);
  answer();
  expect(await replies[3]).toBe("D");
});

it("goes on after a question that failed", async () => {
  let fail = true;
  const ask = latestWins<number, number>(async (n) => {
    if (fail) throw new Error("broken");
    return n;
  });
  await expect(ask(1)).rejects.toThrow("broken");
  fail = false;
  expect(await ask(2)).toBe(2);
});
