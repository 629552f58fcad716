import { secondsToWait } from "../../lib/auth/sign-in-wait.ts";
import { waitInWords } from "../../lib/limits/words.ts";
import { forgetSessions } from "../review/device-store.ts";
import { flush } from "../review/sync.ts";
import { VISITOR } from "../review/local-log.ts";

async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf");
  const body: unknown = await response.json();
  if (typeof body === "object" && body !== null && "csrfToken" in body && typeof body.csrfToken === "string") return body.csrfToken;
  throw new TypeError("The sign-in service did not answer as expected.");
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`/api/auth/${path}`, { method: "POST", body: new URLSearchParams({ csrfToken: await csrfToken(), json: "true", ...fields }) });
}

/** `waitSeconds`: there were too many wrong passwords, and this one was not looked at. */
export type SignIn = "done" | "refused" | "unreachable" | { readonly waitSeconds: number };

/** A wait that is over before somebody has read of it is simply waited for. */
const SHORT_WAIT_SECONDS = 4;

/** Signs in with a password. `refused` for a wrong password and an unknown address alike. */
export async function signIn(email: string, password: string): Promise<SignIn> {
  const first = await trySignIn(email, password);
  if (typeof first === "string" || first.waitSeconds > SHORT_WAIT_SECONDS) return first;
  await new Promise((resolve) => setTimeout(resolve, first.waitSeconds * 1_000));
  return trySignIn(email, password);
}

async function trySignIn(email: string, password: string): Promise<SignIn> {
  try {
    const response = await post("callback/credentials", { email, password });
    if (response.ok) return "done";
    if (response.status !== 401) return "unreachable";
    const body: unknown = await response.json();
    const address = typeof body === "object" && body !== null && "url" in body ? String(body.url) : "";
    const waitSeconds = secondsToWait(address);
    return waitSeconds === null ? "refused" : { waitSeconds };
  } catch {
    return "unreachable";
  }
}

/** What to tell whoever has to wait. */
export const waitSentence = (seconds: number): string =>
  `There were too many tries with this address or from your network, so this password was not looked at. Try again in ${waitInWords(seconds)}; what you typed is still here.`;

/** Where to go on to after signing in: the sign-in page leads to the second factor if the account has one, else to `returnTo`. */
export const afterSignIn = (returnTo: string): string => `/login?callbackUrl=${encodeURIComponent(returnTo)}`;

/** Leads to the provider's page. */
export async function signInWith(provider: string, returnTo: string): Promise<boolean> {
  try {
    const body: unknown = await (await post(`signin/${provider}`, { callbackUrl: afterSignIn(returnTo) })).json();
    if (typeof body !== "object" || body === null || !("url" in body) || typeof body.url !== "string") return false;
    window.location.assign(body.url);
    return true;
  } catch {
    return false;
  }
}

/** Ends the session, and leaves no cards of the account on this device. Answers that are not sent yet stay until their owner is back. */
export async function signOut(): Promise<void> {
  try {
    await forgetSessions();
  } finally {
    await post("signout", { callbackUrl: "/" });
    window.location.assign("/");
  }
}

const PATIENCE_MS = 5_000;

/** Moves the answers given on this device into the account that was just signed in to, then goes on. What does not get through now is sent by the next page. */
export async function moveAnswersThenGo(returnTo: string): Promise<void> {
  await Promise.race([flush(VISITOR), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  // A whole new page: the old one was drawn for a visitor.
  window.location.assign(returnTo);
}
