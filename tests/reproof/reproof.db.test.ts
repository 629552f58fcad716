import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST as postProofs } from "../../app/api/studio/proofs/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import type { ProofResult } from "../../lib/cards/prove.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import * as lab from "../../lib/lab/process.ts";
import { claimScheduled, goThrough } from "../../lib/reproof/actions.ts";
import { ALIVE_MS, readNewestRun } from "../../lib/reproof/data.ts";
import { kindOf } from "../../lib/reproof/findings.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming, stopClock } from "../support/server.ts";

const clock = stopClock(Date.UTC(2026, 10, 29, 12));

const newest = VERSIONS.at(-1) ?? "3.15";
const older = VERSIONS.slice(0, -1);

/** The engine's answer: what each version does, held unless said otherwise. */
const answers = (source: string, outcomes: Partial<Record<string, ProofResult["outcome"]>>) => {
  const results = VERSIONS.map((version): ProofResult => ({ proof: "proof 1", kind: "script", line: 1, version, mode: "script", outcome: outcomes[version] ?? "held", failure: outcomes[version] === undefined ? null : { line: 1, message: "differs", expected: "1", actual: "2" } }));
  return { kind: "answered" as const, reply: { card: parseCard(source), problems: [], results, engineHash: "engine of now" } };
};

describe.each(providers)("proving the library again, on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  let prove = vi.mocked(lab.proveInProcess);
  const start = async (role: "LEARNER" | "AUTHOR" | "ADMIN"): Promise<number> => {
    people += 1;
    const user = await createUser({ email: `person${people}@example.org`, name: null, passwordHash: null }, 0);
    await database.client.user.update({ where: { id: user?.id ?? "" }, data: { role } });
    incoming.user = { id: user?.id ?? "", sessionVersion: 0 };
    return (await postProofs(new Request(`${HOST}/api/studio/proofs`, { method: "POST", body: "{}", headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json" } }))).status;
  };
  /** Stores that the proofs of all cards held in these versions. */
  const recorded = async (versions: readonly string[]): Promise<void> => {
    for (const { currentRevisionId } of await database.client.card.findMany()) {
      await database.client.proofRecord.createMany({ data: versions.map((version) => ({ revisionId: currentRevisionId ?? "", version, mode: "script", status: "held", ranAt: 1, engineHash: "before", output: "" })) });
    }
  };

  beforeEach(async () => {
    for (const table of ["libraryFinding", "libraryRun", "proofRecord"] as const) await (database.client[table] as { deleteMany(): Promise<unknown> }).deleteMany();
    await syncLibrary(["card-a", "card-b", "card-c"].map((id) => cardFile(id, { "What does `is` compare?": `What does ${id} ask?` })), null, 1);
    prove = vi.spyOn(lab, "proveInProcess").mockImplementation(async (source) => answers(source, {}));
  });

  test("is not begun while every Python is known, nor in a library without any record", async () => {
    expect(await claimScheduled()).toBeNull();
    await recorded(VERSIONS);
    expect(await claimScheduled()).toBeNull();
    expect(await database.client.libraryRun.count()).toBe(0);
  });

  test("is begun once, of however many processes, when a new Python is known, and reports what it does and what changed", async () => {
    await recorded(older);
    const claims = await Promise.all([1, 2, 3].map(() => claimScheduled()));
    const claimed = claims.filter((claim) => claim !== null);
    expect(claimed).toEqual([{ id: `versions ${VERSIONS.join(",")}`, after: null }]);
    prove.mockImplementation(async (source) => answers(source, source.includes("id: card-b") ? { [newest]: "failed", "3.12": "stopped" } : {}));
    await goThrough(claimed[0]?.id ?? "", null);
    const report = await readNewestRun(clock.now);
    expect(report?.run).toMatchObject({ cards: 3, done: 3, startedBy: null, alive: false, finishedAt: clock.now });
    expect(report?.findings.map((finding) => [finding.cardId, finding.version, kindOf(finding)])).toEqual([["card-a", newest, "new version holds"], ["card-b", "3.12", "broken"], ["card-b", newest, "new version differs"], ["card-c", newest, "new version holds"]]);
    expect(prove.mock.calls.every(([, newer]) => newer === true)).toBe(true);
    // What was recorded stays as it was, and the next start has nothing to do.
    expect(await database.client.proofRecord.count({ where: { status: { not: "held" } } })).toBe(0);
    expect(await claimScheduled()).toBeNull();
  });

  test("goes on after the last card when its process died, and a card whose process was ended is told as such", async () => {
    await recorded(older);
    const claim = await claimScheduled();
    prove.mockImplementationOnce(async (source) => answers(source, {})).mockRejectedValueOnce(new Error("the process dies"));
    await expect(goThrough(claim?.id ?? "", null)).rejects.toThrow("dies");
    expect(await claimScheduled()).toBeNull();
    clock.now += ALIVE_MS;
    const again = await Promise.all([claimScheduled(), claimScheduled()]);
    expect(again.filter((one) => one !== null)).toEqual([{ id: claim?.id, after: "card-a" }]);
    prove.mockImplementation(async () => ({ kind: "killed", message: "It had not ended after 30 seconds." }));
    await goThrough(claim?.id ?? "", "card-a");
    const report = await readNewestRun(clock.now);
    expect(report?.run.done).toBe(3);
    expect(report?.findings.filter(({ version }) => version === "").map(({ cardId, output }) => [cardId, output])).toEqual([["card-b", "It had not ended after 30 seconds."], ["card-c", "It had not ended after 30 seconds."]]);
  });

  test("an admin begins it by hand, one at a time; an author and a learner do not", async () => {
    prove.mockImplementation(() => new Promise(() => undefined));
    expect([await start("LEARNER"), await start("AUTHOR"), await start("ADMIN"), await start("ADMIN")]).toEqual([404, 404, 200, 409]);
    expect(await database.client.auditEntry.count({ where: { name: "authz_admin", target: { startsWith: "run:" } } })).toBe(1);
  });
});
