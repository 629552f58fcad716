import { describe, expect, it } from "vitest";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { cardFile } from "../content-sync/library.ts";
import type { AppProcess } from "./app-process.ts";
import { withTwoApps } from "./two-apps.ts";

/** Every process serves a publish within ten seconds. */
const WITHIN_MS = 10_000;

describe("pages of the library that two processes keep", () => {
  const both = withTwoApps();

  const read = async (app: AppProcess, path: string): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${app.origin}${path}`);
    return { status: answer.status, text: await answer.text() };
  };

  /** Asks every process again and again until the page is as it should be; gives how long that took in each. */
  const awaited = (path: string, fits: (page: { status: number; text: string }) => boolean): Promise<number[]> => {
    const started = performance.now();
    return Promise.all(
      both.apps.map(async (app) => {
        while (!fits(await read(app, path))) {
          if (performance.now() - started > WITHIN_MS) return Number.POSITIVE_INFINITY;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        return performance.now() - started;
      }),
    );
  };

  it("show a text that was published elsewhere, and lose one that was withdrawn, within ten seconds", async () => {
    for (const path of ["/library/card-a", "/library", "/library/topics/identity"]) for (const app of both.apps) expect((await read(app, path)).status).toBe(200);
    await syncLibrary([cardFile("card-a", { "level: 2": "level: 3", "What does `is` compare?": "What does a newer text ask?" })], null, Date.now());
    for (const times of [await awaited("/library/card-a", ({ text }) => text.includes("What does a newer text ask?")), await awaited("/library/card-b", ({ status }) => status === 404)]) {
      for (const ms of times) expect(ms).toBeLessThan(WITHIN_MS);
    }
    for (const app of both.apps) {
      const { text } = await read(app, "/library/topics/identity");
      expect([text.includes("What does a newer text ask?"), text.includes("/library/card-b")]).toEqual([true, false]);
    }
  });

  it("are the same bytes for everybody while nothing is published, and say so to who has them", async () => {
    for (const app of both.apps) {
      const [first, second] = [await fetch(`${app.origin}/library/card-a`), await fetch(`${app.origin}/library/card-a`, { headers: { cookie: "heapwise.session=forged" } })];
      expect(await second.text()).toBe(await first.text());
      expect((await fetch(`${app.origin}/library/card-a`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } })).status).toBe(304);
    }
  });
});
