import type { Page } from "@playwright/test";
import { findChromium } from "../../lib/setup/testing/chromium.mjs";
import { expect, newAccount, test, visit } from "./browser.ts";

const executablePath = await findChromium();

// A microphone of the browser's own, which beeps.
test.use({ launchOptions: { ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"] } });

/** Bytes of all recordings in the browser's own store. */
const recorded = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open("heapwise-recordings");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          if (!request.result.objectStoreNames.contains("chunks")) return resolve(0);
          const all = request.result.transaction("chunks").objectStore("chunks").getAll();
          all.onsuccess = () => resolve((all.result as { data: ArrayBuffer }[]).reduce((sum, chunk) => sum + chunk.data.byteLength, 0));
        };
      }),
  );

test("a recording stays in the browser, is there after a crash, can be played and deleted; nothing of it is sent", async ({ page, context }) => {
  await newAccount(page);
  const sent: { readonly url: string; readonly type: string; readonly bytes: number }[] = [];
  context.on("request", (request) => {
    const body = request.postDataBuffer();
    if (body !== null) sent.push({ url: request.url(), type: request.headers()["content-type"] ?? "", bytes: body.byteLength });
  });
  const sockets: string[] = [];
  page.on("websocket", (socket) => sockets.push(socket.url()));

  await visit(page, "/interview");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Record my answers" }).click();
  await expect(page.getByText(/It is never sent anywhere/)).toBeVisible();
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();
  await expect.poll(() => recorded(page)).toBeGreaterThan(2_000);
  const address = page.url();
  // Gone without a word, as in a crash: no handler of the page runs.
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // Its answer never comes: the page that would give it is gone.
  void session.send("Page.crash").catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await visit(next, address);
  const kept = await recorded(next);
  expect(kept).toBeGreaterThan(2_000);
  await visit(next, `${address}/report`);
  await expect(next.getByText(/Prompt 1, cut off/)).toBeAttached();
  await visit(next, "/interview");
  await expect(next.getByText(/Prompt 1, cut off, \d+ KB/)).toBeVisible();
  await next.getByRole("button", { name: "Open" }).click();
  await next.locator("audio").evaluate((audio: HTMLAudioElement) => audio.play());
  await next.getByRole("button", { name: /^Delete/ }).click();
  await expect.poll(() => recorded(next)).toBe(0);

  expect(sockets).toEqual([]);
  // What was sent is the small JSON of the interview: all of it together is less than was recorded.
  for (const { type } of sent) expect(type).toMatch(/^application\/json|^text\/plain|^application\/x-www-form-urlencoded/);
  expect(sent.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThan(kept);
});
