import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { faultsOf } from "./axe.ts";
import { expect, newAccount, newResetLink, PASSWORD, signIn, test, visit } from "./browser.ts";

const NEW_PASSWORD = "a password that is new";

/** The link that the command line prints for an account, on this test's server. */
async function linkFor(email: string): Promise<string> {
  const env = {
    ...process.env,
    DATABASE_URL: `file:${path.join(process.env.HEAPWISE_E2E_FOLDER ?? "", "e2e.db")}`,
    NEXTAUTH_SECRET: process.env.HEAPWISE_E2E_SECRET,
    NEXTAUTH_URL: `http://127.0.0.1:${process.env.HEAPWISE_E2E_PORT}`,
  };
  const { stdout } = await promisify(execFile)(process.execPath, ["lib/setup/admin.mjs", "reset", email], { env });
  return stdout.trim();
}

test("a link of the admin's sets a new password once, signs out everywhere, and leads back to signing in", async ({ page, browser, guard }) => {
  guard.allow(/401/);
  const email = await newAccount(page);
  const link = await linkFor(email);
  const other = await browser.newContext();
  const elsewhere = await other.newPage();

  // Whoever only looks at it, as a scanner of mail does, uses nothing up.
  for (let i = 0; i < 2; i += 1) expect((await other.request.get(link)).status()).toBe(200);
  await visit(elsewhere, `${link}?callbackUrl=/library`);
  await elsewhere.getByLabel("New password").fill("short");
  await elsewhere.getByRole("button", { name: "Set the password" }).click();
  await expect(elsewhere.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  await expect(elsewhere.getByLabel("New password")).toHaveAccessibleDescription(/Use at least \d+ characters/);
  await elsewhere.getByLabel("New password").fill(NEW_PASSWORD);
  await elsewhere.getByRole("button", { name: "Set the password" }).click();
  await expect(elsewhere.getByText("Your new password is set")).toBeVisible();

  await visit(page, "/");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await signIn(page, email, PASSWORD);
  await expect(page.getByText("do not belong together")).toBeVisible();

  await elsewhere.getByRole("link", { name: "Sign in", exact: true }).last().click();
  await elsewhere.getByLabel("E-mail").fill(email);
  await elsewhere.getByLabel("Password").fill(NEW_PASSWORD);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere).toHaveURL(/\/library$/);

  await visit(page, link);
  await expect(page.getByText("This link was used already")).toBeVisible();
  await page.getByRole("link", { name: "Ask for a new link" }).click();
  await expect(page).toHaveURL(/\/reset\?/);
  await other.close();
});

test("two people with the same link open: the second is told that it is used up, and what to do", async ({ page, context }) => {
  const link = newResetLink(await newAccount(page));
  const second = await context.newPage();
  await visit(second, link);
  await visit(page, link);
  for (const one of [page, second]) await one.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();
  await second.getByRole("button", { name: "Set the password" }).click();
  await expect(second.getByText("This link was used already, is too old, or was replaced.")).toBeVisible();
  await expect(second.getByRole("link", { name: "Ask for a new link" })).toBeVisible();
});

test("the sign-in page leads to a new password, and says whom to ask where no mail is sent", async ({ page }) => {
  await visit(page, "/login?callbackUrl=/library");
  await page.getByRole("link", { name: "Set a new one" }).click();
  await expect(page.getByText("This Heapwise sends no mail. Ask its admin for a link")).toBeVisible();
  await page.getByRole("link", { name: "Back to signing in" }).click();
  await expect(page).toHaveURL(/\/login\?callbackUrl=%2Flibrary$/);
});

test("a link that Heapwise did not make is said to be none", async ({ page }) => {
  await visit(page, "/reset/made-up");
  await expect(page.getByText("This link is not one that Heapwise made")).toBeVisible();
});

test("a new password can be set with the keyboard alone", async ({ page }) => {
  const link = newResetLink(await newAccount(page));
  await visit(page, link);
  await page.getByRole("main").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("New password")).toBeFocused();
  await expect(page.getByLabel("New password")).toHaveAttribute("autocomplete", "new-password");
  await page.keyboard.type(NEW_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your new password is set")).toBeVisible();
});

test("axe finds nothing on the pages of a reset", async ({ page }) => {
  test.setTimeout(180_000);
  const link = newResetLink(await newAccount(page));
  const faults: string[] = [];
  for (const address of ["/reset", "/reset/made-up", link]) {
    await visit(page, address);
    faults.push(...(await faultsOf(page, address)));
  }
  expect(faults).toEqual([]);
});
