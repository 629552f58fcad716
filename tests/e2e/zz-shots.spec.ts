import { answer, openReview, signUp, synced, test, visit } from "./browser.ts";
test("shots", async ({ page, context, guard }) => {
  test.setTimeout(240_000);
  guard.allow(/.*/);
  const shoot = async (name: string, schemes: readonly ("light" | "dark")[] = ["light", "dark"]) => {
    for (const width of [390, 1280]) for (const scheme of schemes) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `/tmp/study/shots/${name}-${width}-${scheme}.png`, fullPage: true });
    }
  };
  await signUp(page);
  await visit(page, "/review/drill"); await shoot("drill");
  await visit(page, "/review/drill?q=topic%3Agil&cards=20"); await shoot("drill-found");
  await visit(page, "/review/drill?q=nosuchword"); await shoot("drill-none", ["light"]);
  await page.goto("/review/drill/run?q=topic%3Aclosures&cards=10"); await page.getByRole("button", { name: "Show the answer" }).waitFor(); await shoot("drill-question");
  await page.keyboard.press("Space"); await page.getByRole("button", { name: /^Good/ }).waitFor(); await shoot("drill-answer", ["dark"]);
  await page.getByRole("button", { name: "This card: skip, suspend and more" }).click(); await shoot("drill-more", ["light"]); await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await page.goto('/review/drill/run?q="forty-tokens"&cards=10'); await answer(page, "Again"); await answer(page, "Good"); await shoot("drill-done");
  await openReview(page); await shoot("review-question", ["light"]);
  for (let n = 0; n < 6; n += 1) await answer(page, n === 0 ? "Hard" : "Good"); await answer(page, "Good");
  await shoot("review-done", ["light"]);
  await synced(context, page);
  await visit(page, "/"); await shoot("home", ["light"]);
  await visit(page, "/progress"); await shoot("progress");
  await visit(page, "/settings"); await shoot("settings");
  await visit(page, "/settings/pace"); await shoot("pace", ["light"]);
  await visit(page, "/settings/data"); await shoot("data");
  await visit(page, "/library?topic=gil"); await shoot("library", ["light"]);
});
