import { readFileSync } from "node:fs";
import path from "node:path";
import { answer, expect, newAccount, newAddress, openReview, PASSWORD, signIn, signUp, synced, test, visit } from "./browser.ts";

test("answers given before signing up are in the account, seen from another device", async ({ page, context, browser }) => {
  await openReview(page);
  await answer(page, "Good");
  await answer(page, "Easy");
  await answer(page, "Good");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await visit(page, "/signup");
  await expect(page.getByText("2 answers on this device will be kept.")).toBeVisible();
  const email = await signUp(page);
  await synced(context, page);

  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn(elsewhere, email);
  // Six new cards a day, two of them answered.
  await expect(elsewhere.getByRole("heading", { name: "4 cards today" })).toBeVisible();
  await other.close();
});

test("a wrong password signs nobody in and says so; the right one does", async ({ page, guard }) => {
  guard.allow(/401/);
  const email = await newAccount(page);
  await visit(page, "/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();

  await signIn(page, email, "not the password");
  await expect(page.getByText("This address and password do not belong together.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await signIn(page, email.toUpperCase());
  await expect(page.getByRole("heading", { name: "6 cards today" })).toBeVisible();
});

test("signing up with an address that has an account neither enters it nor says whose it is", async ({ page, browser, guard }) => {
  guard.allow(/401/);
  const email = await newAccount(page);
  const other = await (await browser.newContext()).newPage();
  await visit(other, "/signup");
  await other.getByLabel("E-mail").fill(email);
  await other.getByLabel("Password").fill("somebody else's password");
  await other.getByRole("button", { name: "Sign up" }).click();
  await expect(other.getByText("You could not be signed in with this password.")).toBeVisible();
  await other.context().close();
});

test("a sign-up form names what is wrong at its field and keeps what was typed", async ({ page }) => {
  await visit(page, "/signup");
  await page.getByLabel("E-mail").fill("somebody@example");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/Use at least \d+ characters/);
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("E-mail")).toHaveValue("somebody@example");
});

test("a change of password keeps this device signed in and signs the others out", async ({ page, browser, guard }) => {
  guard.allow(/401/);
  const email = await newAccount(page);
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn(elsewhere, email);
  await expect(elsewhere.getByRole("link", { name: "Settings", exact: true })).toBeVisible();

  await visit(page, "/settings");
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("another good password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("another good password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();

  await page.reload();
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await signIn(elsewhere, email, "another good password");
  await expect(elsewhere.getByRole("link", { name: "Settings", exact: true })).toBeVisible();
  await other.close();
});

test("the printed link makes one account the admin, once", async ({ page, browser }) => {
  const token = readFileSync(path.join(process.env.HEAPWISE_E2E_FOLDER ?? "", "admin-token"), "utf8");
  await visit(page, `/claim/${token}`);
  await page.getByRole("link", { name: "Sign up" }).click();
  const email = newAddress();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByRole("button", { name: "Become the admin" }).click();
  await expect(page.getByText("You are the admin now.")).toBeVisible();
  await visit(page, "/settings");
  await expect(page.getByText(`Signed in as ${email}, admin.`)).toBeVisible();

  const other = await browser.newContext();
  const late = await other.newPage();
  const lateEmail = await newAccount(late);
  await visit(late, `/claim/${token}`);
  await late.getByRole("button", { name: "Become the admin" }).click();
  await expect(late.getByText("This link was used already")).toBeVisible();
  await visit(late, "/settings");
  await expect(late.getByText(`Signed in as ${lateEmail}.`)).toBeVisible();
  await other.close();
});

test.describe("before the page's script runs", () => {
  test.use({ javaScriptEnabled: false });

  test("a form that is sent puts no password into the address", async ({ page, guard }) => {
    guard.allow(/Failed to load resource/);
    for (const [path, button] of [["/login", "Sign in"], ["/signup", "Sign up"]] as const) {
      await page.goto(path);
      await page.getByLabel("E-mail").fill("somebody@example.org");
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: button }).click();
      await page.waitForLoadState();
      expect(page.url()).not.toContain("password");
    }
  });
});

test("after many wrong passwords the form says how long to wait, for any address alike", async ({ page, guard }) => {
  guard.allow(/401/);
  const email = newAddress();
  for (let i = 0; i < 5; i += 1) {
    await signIn(page, email, "not the password");
    await expect(page.getByText(/do not belong together|Try again in \d+ seconds/)).toBeVisible({ timeout: 20_000 });
    if ((await page.getByText(/Try again in/).count()) > 0) break;
  }
  await expect(page.getByText(/this password was not looked at. Try again in \d+ seconds; what you typed is still here./)).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
});

test("a sixth account from one network in an hour has to wait, and says so", async ({ page }) => {
  for (let i = 0; i < 6; i += 1) {
    await page.context().clearCookies();
    await visit(page, "/signup");
    await page.getByLabel("E-mail").fill(newAddress());
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign up" }).click();
    if (i < 5) await expect(page.getByRole("link", { name: "Settings", exact: true })).toBeVisible();
  }
  await expect(page.getByText(/That was too often. Try again in \d+ minutes/)).toBeVisible();
});
