// What the server does by itself, beside answering: started by instrumentation.ts in processes that serve.
import "server-only";
import { now } from "../clock.ts";
import { eraseAgain, eraseDue } from "../erasure/mutations.ts";
import { loadOrigin } from "../http/loaders.ts";
import { canSendMail, sendMail } from "../mail/actions.ts";
import { reminderMail } from "../reminders/mail.ts";
import { claimDay } from "../reminders/mutations.ts";
import { stopLink } from "../reminders/stop-token.ts";
import { eachDueReminder } from "./loaders.ts";

const EVERY_MS = 10 * 60_000;

/** What is done, in this order. Each can be done by several processes at once, and again after it was cut short. */
const DUTIES: readonly (readonly [name: string, duty: () => Promise<unknown>])[] = [
  ["delete again what a restored backup brought back", eraseAgain],
  ["delete accounts whose day has come", () => eraseDue(now())],
  ["remind", () => remind(now())],
];

/** Sends the reminders that are due; gives how many. A mail that cannot be sent is not tried again on its day: one too few is better than two. */
export async function remind(at: number): Promise<number> {
  if (!canSendMail()) return 0;
  const origin = loadOrigin();
  let sent = 0;
  for await (const { recipient, day, cards, stopToken, stopHash } of eachDueReminder(at)) {
    if (!(await claimDay(recipient.userId, day, stopHash))) continue;
    await report("remind", () => sendMail({ to: recipient.email, ...reminderMail({ cards, reviewLink: `${origin}/review`, stopLink: stopLink(origin, stopToken) }) }));
    sent += 1;
  }
  return sent;
}

/** Does something; when it fails, says so in the server's log without the message, which may quote what was stored or an address. */
async function report(duty: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(JSON.stringify({ level: "error", event: "round", duty, error: error instanceof Error ? error.name : typeof error }));
  }
}

/** Does all duties once. One that fails is tried again in the next round, and keeps none of the others from being done. */
export async function goRound(): Promise<void> {
  for (const [name, duty] of DUTIES) await report(name, duty);
}

/** Goes the first round, then one every ten minutes. The timer keeps no process alive. */
export async function startRounds(): Promise<void> {
  await goRound();
  setInterval(() => void goRound(), EVERY_MS).unref();
}
