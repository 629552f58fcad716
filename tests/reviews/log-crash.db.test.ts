import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { rebuildStates } from "../../lib/reviews/mutations.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { NOON } from "./logs.ts";

const WRITER = "tests/reviews/crash-writer.ts";

/** Reads acknowledged ids until there are some, then kills the process in the midst of its work. */
async function killedInTheMidst(child: ChildProcess, acknowledgements: number): Promise<string[]> {
  let said = "";
  child.stdout?.setEncoding("utf8");
  child.stdout?.on("data", (text: string) => {
    said += text;
    if (said.split("\n").length > acknowledgements) child.kill("SIGKILL");
  });
  await once(child, "close");
  return said.split("\n").filter((line) => line !== "");
}

describe.each(providers)("a process that is killed while it stores reviews on %s", (provider) => {
  const database = withDatabase(provider);

  test("loses none that it acknowledged, and leaves event and state both or neither", async () => {
    await syncLibrary([cardFile("card-a")], null, NOON);
    const { currentRevisionId } = await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } });
    const user = await createUser({ email: "killed@example.org", name: null, passwordHash: null }, NOON);
    const userId = (await findSessionUser(user?.id ?? "", 0))?.id;
    if (userId === undefined) throw new Error("There is no such learner.");

    const acknowledged: string[] = [];
    for (const wanted of [3, 17, 40]) {
      const args = [database.url, userId, "card-a", currentRevisionId ?? "", String(acknowledged.length)];
      const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", WRITER, ...args], { stdio: ["ignore", "pipe", "inherit"] });
      acknowledged.push(...(await killedInTheMidst(child, wanted)));
    }
    const stored = await database.client.reviewEvent.findMany({ where: { userId }, select: { id: true } });
    expect(new Set(acknowledged).size).toBeGreaterThanOrEqual(60);
    expect(stored.map((row) => row.id)).toEqual(expect.arrayContaining(acknowledged));

    const states = () => database.client.cardState.findMany({ where: { userId } });
    const left = await states();
    expect(left).toHaveLength(1);
    await rebuildStates(userId);
    expect(await states()).toEqual(left);
  }, 120_000);
});
