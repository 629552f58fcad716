import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { loadInterviewer, loadReport, loadRun } from "../../lib/interview/loaders.ts";
import { ensureLab } from "../../lib/setup/lab-bundle.mjs";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";
import { SETUP } from "./builders.ts";
import { deed, interviewerDeed, join, stamp, start } from "./requests.ts";

const newUser = async (name: string): Promise<string> => (await createUser({ email: `${randomUUID()}@example.org`, name, passwordHash: null }, Date.now() - 1_000))?.id ?? "";
const actAs = (id: string | null): void => {
  incoming.user = id === null ? null : { id, sessionVersion: 0 };
};

describe.each(providers)("a mode for two on %s", (provider) => {
  const database = withDatabase(provider);
  let candidate = "";
  let interviewer = "";

  beforeAll(async () => {
    await ensureLab();
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
  });

  beforeEach(async () => {
    [candidate, interviewer] = await Promise.all([newUser("Ada"), newUser("Grace")]);
    actAs(candidate);
  });

  /** An interview with the code for its interviewer. */
  const invited = async () => {
    const { id } = (await start(SETUP)).body;
    return { id, code: String((await deed(id, { deed: "invite" })).body.code) };
  };

  const joined = async () => {
    const { id, code } = await invited();
    actAs(interviewer);
    expect(await join(code)).toEqual({ status: 200, body: { id } });
    return { id, code };
  };

  test("is entered by the code, once, by one interviewer, who is not the candidate; sent twice it enters once", async () => {
    const { id, code } = await invited();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect((await join(code)).status).toBe(404);
    actAs(interviewer);
    expect(await join(` ${code.toLowerCase().replace("-", " ")}`)).toEqual({ status: 200, body: { id } });
    expect(await join(code)).toEqual({ status: 200, body: { id } });
    actAs(await newUser("Eve"));
    expect((await join(code)).status).toBe(404);
    expect((await join("ABCD-EFGH")).status).toBe(404);
    expect(JSON.stringify(await database.client.interviewPair.findMany(), (_, value) => (typeof value === "bigint" ? Number(value) : value))).not.toContain(code.replace("-", ""));
  });

  test("is closed to a code that is too old, was replaced, or whose interview is over", async () => {
    const { id, code } = await invited();
    const second = String((await deed(id, { deed: "invite" })).body.code);
    actAs(interviewer);
    expect((await join(code)).status).toBe(404);
    await database.client.interviewPair.updateMany({ where: { interviewId: id }, data: { expiresAt: BigInt(Date.now() - 1) } });
    expect((await join(second)).status).toBe(404);
    actAs(candidate);
    const third = String((await deed(id, { deed: "invite" })).body.code);
    await deed(id, { deed: "finish" });
    expect((await deed(id, { deed: "invite" })).status).toBe(409);
    actAs(interviewer);
    expect((await join(third)).status).toBe(404);
  });

  test("guesses at codes are counted, and stopped after ten", async () => {
    actAs(interviewer);
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1) statuses.push((await join("ABCD-EFGH")).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
  });

  test("shows the interviewer the answer and what is typed, and the candidate the question and the hints alone", async () => {
    const { id } = await joined();
    actAs(candidate);
    await deed(id, { deed: "open", position: 0 });
    await deed(id, { deed: "save", position: 0, number: 1, text: "it compares ids" });
    actAs(interviewer);
    const view = await loadInterviewer(id);
    expect(view).toMatchObject({ candidate: "Ada", candidateHere: true, turn: { kind: "prompt", position: 0, parts: [{ prompt: { draft: "it compares ids" } }] } });
    const hint = { deed: "hint", id: randomUUID(), position: 0, text: "Think of the operator." };
    for (let send = 0; send < 2; send += 1) expect((await interviewerDeed(id, hint)).status).toBe(200);
    expect((await interviewerDeed(id, { ...hint, id: randomUUID(), position: 1 })).status).toBe(409);
    actAs(candidate);
    const run = await loadRun(id);
    expect(run.pair).toEqual({ interviewer: "here", hints: ["Think of the operator."] });
    for (const text of [view.turn?.card.title, view.turn?.card.answerLine, ...(view.turn?.card.rubric ?? [])]) expect(JSON.stringify(run)).not.toContain(text);
  });

  test("lets the interviewer ask on, once for each click, and moves the other prompts on", async () => {
    const { id } = await joined();
    actAs(candidate);
    await deed(id, { deed: "open", position: 0 });
    actAs(interviewer);
    expect((await interviewerDeed(id, { deed: "ask", after: 2, total: 4, question: "Too early?" })).status).toBe(409);
    const own = { deed: "ask", after: 0, total: 4, question: "And for 257?" };
    expect((await Promise.all([interviewerDeed(id, own), interviewerDeed(id, own)])).map((one) => one.status).sort()).toEqual([200, 409]);
    const prompts = await database.client.interviewPrompt.findMany({ where: { interviewId: id }, orderBy: { position: "asc" }, select: { ask: true, follows: true, question: true } });
    expect(prompts.map((one) => [one.ask, one.follows])).toEqual([["card", null], ["own", 0], ["prove", 0], ["card", null], ["prove", 3]]);
    actAs(candidate);
    await deed(id, { deed: "submit", position: 0, answer: "identity", confidence: null });
    await deed(id, { deed: "open", position: 1 });
    expect((await loadRun(id)).stage).toMatchObject({ kind: "prompt", question: { lead: "And for 257?", form: "words" } });
  });

  test("is judged by the interviewer alone while they are there; the candidate ends it, and finds it in the report", async () => {
    const { id } = await joined();
    for (const ladder of [[0, 1], [2, 3]]) {
      actAs(candidate);
      for (const position of ladder) {
        await deed(id, { deed: "open", position });
        await deed(id, { deed: "submit", position, answer: position % 2 === 0 ? "identity" : "", confidence: 50 });
      }
      expect((await loadRun(id)).stage).toEqual({ kind: "wait", position: ladder[0] });
      actAs(interviewer);
      expect((await loadInterviewer(id)).turn).toMatchObject({ kind: "judge", position: ladder[0] });
      expect((await interviewerDeed(id, { deed: "judge", judged: ladder.map((position) => ({ position, points: [0], levels: [2, 2, 2, 2] })), note: "Calm." })).status).toBe(200);
    }
    expect(await loadInterviewer(id)).toMatchObject({ turn: null, finished: false });
    actAs(candidate);
    expect((await loadRun(id)).stage).toEqual({ kind: "done" });
    await deed(id, { deed: "finish" });
    const report = await loadReport(id);
    expect(report.prompts[0]?.prompt).toMatchObject({ byInterviewer: true, note: "Calm.", points: [0], levels: [2, 2, 2, 2] });
    actAs(interviewer);
    expect(await loadInterviewer(id)).toMatchObject({ finished: true });
    expect((await interviewerDeed(id, { deed: "hint", id: randomUUID(), position: 0, text: "late" })).status).toBe(409);
  });

  test("goes on alone where the interviewer is not heard of, or is sent away", async () => {
    const { id } = await joined();
    actAs(candidate);
    for (const position of [0, 1]) {
      await deed(id, { deed: "open", position });
      await deed(id, { deed: "submit", position, answer: position % 2 === 0 ? "identity" : "", confidence: null });
    }
    await database.client.interviewPair.updateMany({ where: { interviewId: id }, data: { interviewerSeenAt: BigInt(Date.now() - 120_000) } });
    expect(await loadRun(id)).toMatchObject({ stage: { kind: "judge" }, pair: { interviewer: "away" } });
    await deed(id, { deed: "uninvite" });
    expect(await loadRun(id)).toMatchObject({ stage: { kind: "judge" }, pair: null });
    actAs(interviewer);
    await expect(loadInterviewer(id)).rejects.toThrow("404");
    expect((await interviewerDeed(id, { deed: "judge", judged: [{ position: 0, points: [0] }] })).status).toBe(404);
    expect((await stamp(id)).status).toBe(404);
  });

  test("tells each of the two when the other did something, and nobody else anything", async () => {
    const { id } = await joined();
    const both = async () => {
      actAs(candidate);
      const mine = (await stamp(id)).body.stamp;
      actAs(interviewer);
      return [mine, (await stamp(id)).body.stamp];
    };
    const before = await both();
    expect(await both()).toEqual(before);
    actAs(candidate);
    await deed(id, { deed: "open", position: 0 });
    const opened = await both();
    expect(opened[1]).not.toBe(before[1]);
    actAs(candidate);
    await deed(id, { deed: "save", position: 0, number: 1, text: "x" });
    const typed = await both();
    // One's own typing draws one's own page no anew.
    expect([typed[0] === opened[0], typed[1] === opened[1]]).toEqual([true, false]);
    await interviewerDeed(id, { deed: "hint", id: randomUUID(), position: 0, text: "a hint" });
    expect((await both())[0]).not.toBe(typed[0]);
    actAs(await newUser("Eve"));
    expect((await stamp(id)).status).toBe(404);
    await expect(loadInterviewer(id)).rejects.toThrow("404");
    actAs(null);
    expect((await stamp(id)).status).toBe(401);
    expect((await join("ABCD-EFGH")).status).toBe(401);
  });

  test("gives the interviewer no deed of the candidate, and the candidate none of the interviewer", async () => {
    const { id } = await joined();
    for (const body of [{ deed: "open", position: 0 }, { deed: "submit", position: 0, answer: "x", confidence: null }, { deed: "finish" }, { deed: "share" }]) expect((await deed(id, body)).status).toBe(404);
    actAs(candidate);
    expect((await interviewerDeed(id, { deed: "judge", judged: [{ position: 0, points: [0] }] })).status).toBe(404);
  });
});
