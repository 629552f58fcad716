import type { Page, Request } from "@playwright/test";
import { answer, cardOf, expect, openReview, questionOf, newAccount, synced, test, visit } from "./browser.ts";

test.use({ serviceWorkers: "allow" });

/** Waits until the device has everything: the worker is at work and its files are there, and so are the day's cards. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).some((name) => name.startsWith("heapwise-assets-")))).toBe(true);
  // The first page was loaded before there was a worker.
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** The ids of all answers that went out to the server, as often as they went. */
function sentBy(page: Page): string[] {
  const ids: string[] = [];
  page.on("request", (request: Request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/reviews")) ids.push(...(request.postDataJSON() as { events: { id: string }[] }).events.map((event) => event.id));
  });
  return ids;
}

test("a sitting goes on when the network is cut in its middle, after a reload too, with the engine, and all is sent once when it is back", async ({ page, context, guard }) => {
  test.setTimeout(120_000);
  guard.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  await newAccount(page);
  await openReview(page);
  await kept(page);
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  const seen = new Set<string>();
  const grade = async (): Promise<void> => {
    seen.add(await cardOf(page));
    await answer(page, "Good");
  };
  await grade();
  await synced(context, page);

  await context.setOffline(true);
  await grade();
  await expect(page.getByText("1 waiting, saved on this device")).toBeVisible();
  await page.reload();
  await expect(page.getByText("No connection. Answers are saved on this device.")).toBeVisible();
  await expect(questionOf(page)).toBeVisible();
  expect(seen).not.toContain(await cardOf(page));
  // What was answered before the network was cut, and after it, is still there to be taken back and given again.
  const next = await cardOf(page);
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  expect(seen).toContain(await cardOf(page));
  await page.keyboard.press("3");
  await expect(questionOf(page)).toHaveAttribute("id", next);
  await page.getByRole("button", { name: "Show the answer" }).click();
  await page.getByRole("button", { name: "Run it here" }).click();
  await expect(page.getByText("held", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  seen.add(next);
  await page.getByRole("button", { name: /^Good/ }).click();
  while ((await page.getByRole("heading", { name: "Done for today" }).count()) === 0) await grade();
  expect(seen.size).toBe(6);
  const waiting = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("heapwise.log.")).map((key) => key.split(".").at(-1) ?? ""));
  expect(waiting).toHaveLength(7);

  const sent = sentBy(page);
  await context.setOffline(false);
  // The emulated network forgets with a reload that the page thinks itself offline, so the browser has nothing to tell it.
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await synced(context, page);
  expect(sent.sort()).toEqual(waiting.sort());
  await visit(page, "/");
  await expect(page.getByRole("heading", { name: "Nothing due" })).toBeVisible();
});

test("without a connection pages that were read are there, others say what there is, and signing out leaves no cards behind", async ({ page, context, guard }) => {
  guard.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  await newAccount(page);
  await openReview(page);
  await kept(page);
  await visit(page, "/library/257-at-the-prompt");
  await context.setOffline(true);
  await page.goto("/library/257-at-the-prompt");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The best-known question about is");
  await page.goto("/interview");
  await expect(page.getByRole("heading", { name: "This page needs a connection" })).toBeVisible();
  await page.getByRole("link", { name: "Go on with the review" }).click();
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  await context.setOffline(false);
  await visit(page, "/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await context.setOffline(true);
  await page.goto("/review");
  await expect(page.getByText(/No cards are kept on this device yet/)).toBeVisible();
});

test("the app can be installed: its manifest names icons that are there, in their sizes, and the page that opens", async ({ request, page }) => {
  await visit(page, "/");
  const address = (await page.locator('link[rel="manifest"]').getAttribute("href")) ?? "";
  const manifest = await (await request.get(address)).json();
  expect(manifest).toMatchObject({ name: "Heapwise", start_url: "/review", display: "standalone", scope: "/" });
  for (const { src, sizes } of manifest.icons as { src: string; sizes: string }[]) {
    expect((await request.get(src)).status(), src).toBe(200);
    const size = await page.evaluate(async (icon) => {
      const image = new Image();
      image.src = icon;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (sizes !== "any") expect(size).toBe(sizes);
  }
  expect((manifest.icons as { purpose?: string }[]).map(({ purpose }) => purpose)).toContain("maskable");
  const worker = await request.get("/sw.js");
  expect([worker.status(), worker.headers()["content-type"], worker.headers()["cache-control"]]).toEqual([200, "text/javascript; charset=utf-8", "no-cache"]);
});
