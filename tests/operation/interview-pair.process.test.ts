import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { SETUP } from "../interview/builders.ts";
import { type AppProcess, cookieOf, post } from "./app-process.ts";
import { withTwoApps } from "./two-apps.ts";

/** One of the two: their cookie, and the process that answers their device. */
interface Side {
  readonly app: AppProcess;
  readonly cookie: string;
}

describe("an interview for two, each on a device that another process answers", () => {
  const both = withTwoApps();
  let candidate: Side;
  let interviewer: Side;
  let id = "";
  let code = "";

  const newSide = async (app: AppProcess): Promise<Side> => {
    const user = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now() - 86_400_000);
    return { app, cookie: await cookieOf(user?.id as UserId) };
  };
  const send = async ({ app, cookie }: Side, path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await post(app.origin, `/api/interviews${path}`, body, cookie);
    if (answer === null) throw new Error("The connection broke.");
    return { status: answer.status, body: answer.body as Record<string, unknown> };
  };
  const deed = (body: object) => send(candidate, `/${id}`, body);
  const interviewerDeed = (body: object) => send(interviewer, `/${id}/interviewer`, body);
  const stamp = async ({ app, cookie }: Side): Promise<unknown> => ((await (await fetch(`${app.origin}/api/interviews/${id}/stamp`, { headers: { cookie } })).json()) as { stamp?: unknown }).stamp;
  const page = async ({ app, cookie }: Side, path = ""): Promise<string> => (await fetch(`${app.origin}/interview/${id}${path}`, { headers: { cookie } })).text();
  /** Does something on one side, and waits until the other is told. */
  const told = async (other: Side, work: () => Promise<{ status: number }>): Promise<void> => {
    const before = await stamp(other);
    expect((await work()).status).toBe(200);
    await vi.waitUntil(async () => (await stamp(other)) !== before, { timeout: 10_000 });
  };

  beforeEach(async () => {
    const [one, two] = both.apps;
    [candidate, interviewer] = [await newSide(one), await newSide(two)];
    id = String((await send(candidate, "", { id: randomUUID(), ...SETUP })).body.id);
    code = String((await deed({ deed: "invite" })).body.code);
  });

  it("tells each side what the other did, from the code to the judgement in the report", async () => {
    await told(candidate, () => send(interviewer, "/join", { code }));
    await told(interviewer, () => deed({ deed: "open", position: 0 }));
    await told(interviewer, () => deed({ deed: "save", position: 0, number: 1, text: "typed on one device" }));
    expect(await page(interviewer, "/interviewer")).toContain("typed on one device");
    await told(candidate, () => interviewerDeed({ deed: "hint", id: randomUUID(), position: 0, text: "hinted on the other" }));
    expect(await page(candidate)).toContain("hinted on the other");
    await told(candidate, () => interviewerDeed({ deed: "ask", after: 0, total: 4, question: "And why is that?" }));
    for (const position of [0, 1, 2]) {
      await deed({ deed: "open", position });
      await told(interviewer, () => deed({ deed: "submit", position, answer: "", confidence: null }));
    }
    expect(await page(candidate)).toContain("Your answer is with your interviewer");
    const judged = [0, 1, 2].map((position) => ({ position, points: position === 1 ? [] : [0], levels: [2, 2, 2, 2] }));
    await told(candidate, () => interviewerDeed({ deed: "judge", judged, note: "Heard on two devices." }));
    expect((await deed({ deed: "finish" })).status).toBe(200);
    expect(await page(candidate, "/report")).toContain("Heard on two devices.");
    expect(await page(interviewer, "/interviewer")).toContain("The interview is over.");
  });

  it("gives the place to one of several who enter the code at both processes at once", async () => {
    const [one, two] = both.apps;
    const sides = await Promise.all([one, two, one, two].map(newSide));
    const statuses = (await Promise.all(sides.map((side) => send(side, "/join", { code })))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 404, 404, 404]);
  });

  it("counts what is sent to both processes at once a single time: an answer, a hint, a question", async () => {
    const [one, two] = both.apps;
    await send(interviewer, "/join", { code });
    await deed({ deed: "open", position: 0 });
    const atBoth = (side: Side, path: string, bodies: readonly [object, object]) => Promise.all([one, two].map((app, place) => send({ ...side, app }, path, bodies[place] ?? {})));
    const hint = { deed: "hint", id: randomUUID(), position: 0, text: "once" };
    expect((await atBoth(interviewer, `/${id}/interviewer`, [hint, hint])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await both.client.interviewHint.count({ where: { interviewId: id } })).toBe(1);
    const own = { deed: "ask", after: 0, total: 4, question: "Once?" };
    expect((await atBoth(interviewer, `/${id}/interviewer`, [own, own])).map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await both.client.interviewPrompt.count({ where: { interviewId: id, ask: "own" } })).toBe(1);
    const answers = await atBoth(candidate, `/${id}`, [{ deed: "submit", position: 0, answer: "one", confidence: null }, { deed: "submit", position: 0, answer: "two", confidence: null }]);
    expect(answers.map(({ body }) => body.counts).toSorted()).toEqual([false, true]);
    const { answer } = await both.client.interviewPrompt.findUniqueOrThrow({ where: { interviewId_position: { interviewId: id, position: 0 } }, select: { answer: true } });
    expect(answer).toBe(answers[0]?.body.counts === true ? "one" : "two");
  });
});
