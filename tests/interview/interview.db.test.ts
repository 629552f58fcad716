import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getMarkdown } from "../../app/api/interviews/[id]/markdown/route.ts";
import { POST as postDeed } from "../../app/api/interviews/[id]/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { loadReport, loadRun, loadSetup, loadShared } from "../../lib/interview/loaders.ts";
import { planInterview } from "../../lib/interview/plan.ts";
import { readNextDueDay } from "../../lib/reviews/data.ts";
import { dayToIso, studyDayOf } from "../../lib/scheduling/study-day.ts";
import { ensureLab } from "../../lib/setup/lab-bundle.mjs";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";
import { SETUP } from "./builders.ts";
import { answerAll, deed, request, start } from "./requests.ts";

const REPAIR = cardFile("to-repair", {
  "topic: identity": "topic: closures",
  "kind: recall": "kind: fix",
  "What does `is` compare?": "This program should bind x to 2. Repair it.\n\n```python\nx = 1\n```",
  "One line that could be said aloud.": "Bind it to 2.\n\n```python\nx = 2\n```",
  "assert 1 + 1 == 2": "assert x == 2",
});

const SHARED = cardFile("to-draw", {
  "kind: recall": "kind: predict",
  "What does `is` compare?": "What does this print?\n\n```python\na = [1]\nb = a\nprint(a is b)\n```",
  "One line that could be said aloud.": "`True`: it is one list.\n\n```output\nTrue\n```",
});

describe.each(providers)("a mock interview on %s", (provider) => {
  const database = withDatabase(provider);
  const prompts = (interviewId: string) => database.client.interviewPrompt.findMany({ where: { interviewId }, orderBy: { position: "asc" } });
  let userId = "";

  beforeAll(async () => {
    await ensureLab();
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
  });

  beforeEach(async () => {
    const user = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now() - 1_000);
    userId = user?.id ?? "";
    incoming.user = { id: userId, sessionVersion: 0 };
  });

  test("is planned and stored whole; a second one while it runs is refused", async () => {
    const { status, body } = await start();
    expect(status).toBe(200);
    expect((await prompts(body.id)).map((one) => `${one.cardId} ${one.ask} ${one.follows}`).sort()).toEqual(["card-a card null", "card-a prove 0", "card-b card null", "card-b prove 2"].map((text) => expect.stringMatching(text.replace(/[02]$/, "[02]$"))));
    expect(await start()).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
    expect(await start(SETUP, body.id)).toMatchObject({ status: 200, body: { id: body.id } });
    await deed(body.id, { deed: "finish" });
    expect(await start(SETUP, body.id)).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
    expect((await start()).status).toBe(200);
  });

  test("is one, however many are started at once", async () => {
    const sent = await Promise.all(Array.from({ length: 4 }, () => start()));
    expect(sent.map((one) => one.status).sort()).toEqual([200, 409, 409, 409]);
    expect(await database.client.interview.count({ where: { userId } })).toBe(1);
  });

  test("is the one that the set-up page announced", async () => {
    const view = await loadSetup();
    const announced = planInterview(view.pool, new Map(view.holds), SETUP, view.id);
    await start(SETUP, view.id);
    expect((await prompts(view.id)).map(({ cardId, ask, follows, seconds }) => ({ cardId, ask, follows, seconds }))).toEqual(announced.map(({ cardId, ask, follows, seconds }) => ({ cardId, ask, follows, seconds })));
  });

  test("begins a prompt's time when it is first shown, and never moves the deadline", async () => {
    const { id } = (await start()).body;
    expect((await prompts(id))[0]).toMatchObject({ shownAt: null, deadlineAt: null });
    await deed(id, { deed: "open", position: 0 });
    const [first] = await prompts(id);
    expect(Number(first?.deadlineAt) - Number(first?.shownAt)).toBe(1_000 * (first?.seconds ?? 0));
    await deed(id, { deed: "open", position: 0 });
    expect((await prompts(id))[0]).toEqual(first);
    expect((await deed(id, { deed: "open", position: 1 })).status).toBe(409);
  });

  test("moves a deadline only where the candidate asks for time, and once for each time", async () => {
    const { id } = (await start()).body;
    await deed(id, { deed: "open", position: 0 });
    const deadlineAt = Number((await prompts(id))[0]?.deadlineAt);
    expect((await deed(id, { deed: "extend", position: 0, deadlineAt, seconds: 60 })).body).toEqual({ extended: true });
    expect((await deed(id, { deed: "extend", position: 0, deadlineAt, seconds: 60 })).body).toEqual({ extended: false });
    expect(Number((await prompts(id))[0]?.deadlineAt)).toBe(deadlineAt + 60_000);
    const report = await loadReport(id);
    expect(report.prompts[0]).toMatchObject({ addedSeconds: 60 });
  });

  test("takes an answer after the deadline whole and notes the overtime", async () => {
    const { id } = (await start()).body;
    await deed(id, { deed: "open", position: 0 });
    const past = BigInt(Date.now() - 90_000);
    await database.client.interviewPrompt.updateMany({ where: { interviewId: id, position: 0 }, data: { shownAt: past - 60_000n, deadlineAt: past } });
    expect((await deed(id, { deed: "save", position: 0, number: 1, text: "still typing" })).body).toMatchObject({ kept: true });
    await deed(id, { deed: "submit", position: 0, answer: "late, but whole", confidence: null });
    const [first] = (await loadReport(id)).prompts;
    expect(first?.prompt.answer).toBe("late, but whole");
    expect(first?.overtimeSeconds).toBeGreaterThanOrEqual(90);
  });

  test("tells a tab that is behind another one by how much, and takes the same save twice", async () => {
    const { id } = (await start()).body;
    await deed(id, { deed: "open", position: 0 });
    expect((await deed(id, { deed: "save", position: 0, number: 4, text: "one tab" })).body).toEqual({ kept: true, number: 4 });
    expect((await deed(id, { deed: "save", position: 0, number: 4, text: "one tab" })).body).toEqual({ kept: true, number: 4 });
    expect((await deed(id, { deed: "save", position: 0, number: 4, text: "another tab" })).body).toEqual({ kept: false, number: 4 });
  });

  test("resumes where it was, and sends nothing of the answer before one was handed in", async () => {
    const { id } = (await start()).body;
    await deed(id, { deed: "open", position: 0 });
    await deed(id, { deed: "save", position: 0, number: 1, text: "half an answer" });
    const view = await loadRun(id);
    expect(view.stage).toMatchObject({ kind: "prompt", position: 0, draft: "half an answer", deadlineAt: Number((await prompts(id))[0]?.deadlineAt) });
    expect(await loadRun(id)).toEqual({ ...view, now: expect.any(Number) });
    await deed(id, { deed: "submit", position: 0, answer: "half an answer", confidence: null });
    // The rungs of the ladder come before the model answer, which would tell theirs.
    const between = await loadRun(id);
    expect(between.stage).toMatchObject({ kind: "ready", position: 1, followUp: true });
    await deed(id, { deed: "open", position: 1 });
    const rung = await loadRun(id);
    expect(rung.stage).toMatchObject({ kind: "prompt", question: { ask: "prove", form: "program" } });
    await deed(id, { deed: "submit", position: 1, answer: "assert 1 + 1 == 2", confidence: null });
    const after = await loadRun(id);
    if (after.stage.kind !== "judge") throw new Error("The model answer is not shown.");
    const { card } = after.stage;
    for (const text of [card.title, card.answerLine, ...card.rubric]) {
      expect(JSON.stringify(after)).toContain(JSON.stringify(text).slice(1, -1));
      for (const before of [view, between, rung]) expect(JSON.stringify(before)).not.toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  test("that was cut off after its last prompt was judged can still be ended, and its answers are in the log once", async () => {
    const { id } = (await start()).body;
    await answerAll(id, () => [0]);
    await database.client.interview.updateMany({ where: { id }, data: { status: "RUNNING", finishedAt: null } });
    expect((await loadRun(id)).stage).toEqual({ kind: "done" });
    await deed(id, { deed: "finish" });
    expect(await database.client.interview.findUnique({ where: { id } })).toMatchObject({ status: "FINISHED" });
    expect(await database.client.reviewEvent.count({ where: { userId, kind: "mock" } })).toBe(4);
  });

  test("keeps the latest draft: an older save that arrives late, or one after the answer, changes nothing", async () => {
    const { id } = (await start()).body;
    expect((await deed(id, { deed: "save", position: 0, number: 1, text: "before it was shown" })).body).toMatchObject({ kept: false });
    await deed(id, { deed: "open", position: 0 });
    const saves = await Promise.all([3, 1, 2].map((number) => deed(id, { deed: "save", position: 0, number, text: `save ${number}` })));
    expect(saves.map((one) => one.status)).toEqual([200, 200, 200]);
    expect((await prompts(id))[0]).toMatchObject({ draft: "save 3", draftNumber: 3 });
    await deed(id, { deed: "submit", position: 0, answer: "done", confidence: 75 });
    expect((await deed(id, { deed: "save", position: 0, number: 9, text: "too late" })).body).toMatchObject({ kept: false });
    expect((await prompts(id))[0]).toMatchObject({ answer: "done", confidence: 75 });
  });

  test("counts the first of five answers handed in at once, and tells the others", async () => {
    const { id } = (await start()).body;
    await deed(id, { deed: "open", position: 0 });
    const sent = await Promise.all(["a", "b", "c", "d", "e"].map((answer) => deed(id, { deed: "submit", position: 0, answer, confidence: null })));
    expect(sent.filter((one) => one.body.counts === true)).toHaveLength(1);
    const counting = (await prompts(id))[0]?.answer ?? "";
    expect((await deed(id, { deed: "submit", position: 0, answer: counting, confidence: null })).body).toEqual({ counts: true });
  });

  test("keeps what stands in the code box with the answer, and the mark", async () => {
    const { id } = (await start()).body;
    await deed(id, { deed: "open", position: 0 });
    await deed(id, { deed: "save", position: 0, number: 1, text: "words", code: "x = 1" });
    await deed(id, { deed: "mark", position: 0, marked: true });
    expect((await loadRun(id)).stage).toMatchObject({ kind: "prompt", draft: "words", code: "x = 1", marked: true });
    await deed(id, { deed: "submit", position: 0, answer: "words", code: "x = 2", confidence: null });
    expect((await loadReport(id)).prompts[0]?.prompt).toMatchObject({ answer: "words", code: "x = 2", marked: true });
  });

  test("keeps what was drawn beside an answer", async () => {
    const { id } = (await start()).body;
    await deed(id, { deed: "open", position: 0 });
    await deed(id, { deed: "save", position: 0, number: 1, text: "words", sketch: "a -> #1" });
    expect((await loadRun(id)).stage).toMatchObject({ kind: "prompt", sketch: "a -> #1" });
    await deed(id, { deed: "submit", position: 0, answer: "words", sketch: "a -> #1\n#1 = [1]", confidence: null });
    expect((await loadReport(id)).prompts[0]?.prompt).toMatchObject({ answer: "words", sketch: "a -> #1\n#1 = [1]" });
  });

  test("stores a level for each criterion that the answer is judged by, once", async () => {
    const { id } = (await start()).body;
    for (const position of [0, 1]) {
      await deed(id, { deed: "open", position });
      await deed(id, { deed: "submit", position, answer: "assert True", confidence: null });
    }
    const judged = [0, 1].map((position) => ({ position, points: [0], levels: [3, 2, 1, 0] }));
    await deed(id, { deed: "judge", judged });
    await deed(id, { deed: "judge", judged: judged.map((one) => ({ ...one, levels: [0, 0, 0, 0] })) });
    const [first, rung] = (await loadReport(id)).prompts;
    expect(first?.prompt).toMatchObject({ points: [0], levels: [3, 2, 1, 0] });
    expect(rung?.prompt).toMatchObject({ points: [], levels: [null, null, 1, null] });
    expect((await deed(id, { deed: "judge", judged: [{ position: 0, points: [], levels: [4, null, null, null] }] })).status).toBe(400);
  });

  test("brings what was missed into tomorrow's queue by itself, where that was chosen", async () => {
    const { id } = (await start({ ...SETUP, bring: true })).body;
    await answerAll(id, () => []);
    const { drill, brought } = await loadReport(id);
    const tomorrow = studyDayOf(Date.now(), { zone: "UTC", rolloverHour: 4 }) + 1;
    expect(drill.map((item) => item.cardId).sort()).toEqual(["card-a", "card-b"]);
    expect(brought).toEqual(new Map(drill.map((item) => [item.cardId, tomorrow])));
    expect(await readNextDueDay(userId as UserId, tomorrow - 1, null)).toBe(tomorrow);
  });

  test("is read by others only through its private link, until that is revoked; a new link ends the old one", async () => {
    const { id } = (await start()).body;
    await answerAll(id, () => [0]);
    const made = await deed(id, { deed: "share" });
    const tokenOf = (path: unknown): string => String(path).replace("/report/", "");
    incoming.user = null;
    expect((await loadShared(tokenOf(made.body.path))).interview.id).toBe(id);
    await expect(loadShared("a".repeat(43))).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    incoming.user = { id: userId, sessionVersion: 0 };
    const again = await deed(id, { deed: "share" });
    await expect(loadShared(tokenOf(made.body.path))).rejects.toThrow("404");
    await deed(id, { deed: "unshare" });
    await expect(loadShared(tokenOf(again.body.path))).rejects.toThrow("404");
    expect(JSON.stringify(await database.client.interviewShare.findMany())).not.toContain(tokenOf(again.body.path));
  });

  test("is downloaded as Markdown by its candidate alone", async () => {
    const { id } = (await start()).body;
    await answerAll(id, () => [0]);
    const download = () => getMarkdown(new Request(`http://localhost:3000/api/interviews/${id}/markdown`), { params: Promise.resolve({ id }) });
    const answer = await download();
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="heapwise-interview-\d{4}-\d\d-\d\d\.md"$/);
    expect(await answer.text()).toContain("## Prompt by prompt");
    incoming.user = null;
    expect((await download()).status).toBe(401);
  });

  test("ends with its last prompt, notes the answers in the log, where they move nothing, and drills what was missed tomorrow, once", async () => {
    const { id } = (await start()).body;
    await answerAll(id, (position) => (position === 0 ? [0, 1] : []));
    expect(await database.client.interview.findUnique({ where: { id } })).toMatchObject({ status: "FINISHED" });
    const events = () => database.client.reviewEvent.findMany({ where: { userId }, orderBy: { seq: "asc" } });
    expect((await events()).map((one) => one.kind)).toEqual(["mock", "mock", "mock", "mock"]);
    const missed = (await prompts(id))[2]?.cardId ?? "";
    for (let click = 0; click < 3; click += 1) expect((await deed(id, { deed: "drill", cardIds: [missed] })).body).toEqual({ brought: [missed] });
    expect((await events()).map((one) => one.kind)).toEqual(["mock", "mock", "mock", "mock", "reschedule"]);
    const today = studyDayOf(Date.now(), { zone: "UTC", rolloverHour: 4 });
    expect((await loadReport(id)).brought).toEqual(new Map([[missed, today + 1]]));
    expect(await readNextDueDay(userId as UserId, today, null)).toBe(today + 1);
    expect(await database.client.cardState.findUnique({ where: { userId_cardId: { userId, cardId: missed } } })).toMatchObject({ introducedDay: null, broughtDay: today + 1, broughtReason: expect.stringContaining(`Missed in the mock interview of ${new Date(dayToIso(today)).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" })}`) });
  });

  test("has a program judged by the engine on the server, also where the first request was cut off before that", async () => {
    // The one card of its topic; the library goes back to what it was for the other tests.
    await syncLibrary([cardFile("card-a"), cardFile("card-b"), REPAIR], null, Date.now());
    try {
      const { id } = (await start({ ...SETUP, topics: ["closures"] })).body;
      await deed(id, { deed: "open", position: 0 });
      await database.client.interviewPrompt.updateMany({ where: { interviewId: id, position: 0 }, data: { answer: "x = 2", submittedAt: BigInt(Date.now()) } });
      await deed(id, { deed: "open", position: 1 });
      await deed(id, { deed: "submit", position: 1, answer: "because", confidence: null });
      expect((await loadRun(id)).stage).toMatchObject({ kind: "judge", parts: [{ pending: true, prompt: { verdict: null } }, { pending: false, prompt: { ask: "why" } }] });
      await deed(id, { deed: "submit", position: 0, answer: "x = 2", confidence: null });
      expect((await loadRun(id)).stage).toMatchObject({ parts: [{ pending: false, prompt: { objective: "pass" } }, {}] });
      await deed(id, { deed: "submit", position: 0, answer: "x = 3", confidence: null });
      expect((await prompts(id))[0]).toMatchObject({ answer: "x = 2", objective: "pass" });
    } finally {
      await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
    }
  });

  test("of somebody else is not there for any deed (H01); nor is one whose address is no id", async () => {
    const { id } = (await start()).body;
    const other = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now());
    incoming.user = { id: other?.id ?? "", sessionVersion: 0 };
    for (const body of [{ deed: "open", position: 0 }, { deed: "save", position: 0, number: 1, text: "mine now" }, { deed: "submit", position: 0, answer: "x", confidence: null }, { deed: "judge", judged: [{ position: 0, points: [] }] }, { deed: "mark", position: 0, marked: true }, { deed: "share" }, { deed: "unshare" }, { deed: "invite" }, { deed: "uninvite" }, { deed: "extend", position: 0, deadlineAt: 0, seconds: 60 }, { deed: "finish" }, { deed: "drill", cardIds: ["card-a"] }]) {
      expect((await deed(id, body)).status).toBe(404);
    }
    expect((await deed("../../etc/passwd", { deed: "finish" })).status).toBe(404);
    incoming.user = null;
    expect((await deed(id, { deed: "finish" })).status).toBe(401);
    expect(await database.client.interview.findUnique({ where: { id } })).toMatchObject({ status: "RUNNING" });
  });

  test("takes no field it does not know and nothing from another site (H08, H11)", async () => {
    expect((await start({ ...SETUP, userId: "someone" })).status).toBe(400);
    expect((await start({ ...SETUP, level: 9 })).status).toBe(400);
    const { id } = (await start()).body;
    expect((await deed(id, { deed: "submit", position: 0, answer: "x", confidence: null, objective: "pass" })).status).toBe(400);
    const foreign = await postDeed(request({ deed: "finish" }, { origin: "https://evil.example" }), { params: Promise.resolve({ id }) });
    expect(foreign.status).toBe(403);
  });

  test("asks to draw the heap of a program, and compares the sketch with the objects that are there", async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b"), SHARED], null, Date.now());
    const drawn = async (answer: string) => {
      const { id } = (await start({ ...SETUP, style: "draw" })).body;
      expect((await prompts(id)).map(({ cardId, ask }) => [cardId, ask])).toEqual([["to-draw", "card"], ["to-draw", "heap"]]);
      await deed(id, { deed: "open", position: 0 });
      await deed(id, { deed: "submit", position: 0, answer: "True", confidence: null });
      await deed(id, { deed: "open", position: 1 });
      expect((await loadRun(id)).stage).toMatchObject({ kind: "prompt", question: { form: "sketch", names: ["a", "b"] } });
      await deed(id, { deed: "submit", position: 1, answer, confidence: null });
      await deed(id, { deed: "judge", judged: [0, 1].map((position) => ({ position, points: [] })) });
      const { prompt, score } = (await loadReport(id)).prompts[1] ?? {};
      return [prompt?.objective, prompt?.verdict, score];
    };
    expect(await drawn("a -> #1\nb -> #1\n#1 = [1]")).toEqual(["pass", `This is the heap at the end in Python ${SETUP.targetVersion}.`, 1]);
    expect(await drawn("a -> #1\nb -> #2\n#1 = [1]\n#2 = [1]")).toEqual(["fail", `In Python ${SETUP.targetVersion} a and b are one object; the sketch has two.`, 0]);
    expect(await drawn("a -> #1")).toEqual(["fail", "The sketch leaves b out.", 0]);
  });
});
