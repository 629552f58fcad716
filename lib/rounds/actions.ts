// What the server does by itself, beside answering: started by instrumentation.ts in processes that serve.
import "server-only";
import { now } from "../clock.ts";
import { eraseAgain, eraseDue } from "../erasure/mutations.ts";

const EVERY_MS = 10 * 60_000;

/** What is done, in this order. Each can be done by several processes at once, and again after it was cut short. */
const DUTIES: readonly (readonly [name: string, duty: () => Promise<unknown>])[] = [
  ["delete again what a restored backup brought back", eraseAgain],
  ["delete accounts whose day has come", () => eraseDue(now())],
];

/** Does all duties once. One that fails is reported and tried again in the next round; it keeps none of the others from being done. */
export async function goRound(): Promise<void> {
  for (const [name, duty] of DUTIES) {
    try {
      await duty();
    } catch (error) {
      // Without the message, which may quote what was stored.
      console.error(JSON.stringify({ level: "error", event: "round", duty: name, error: error instanceof Error ? error.name : typeof error }));
    }
  }
}

/** Goes the first round, then one every ten minutes. The timer keeps no process alive. */
export async function startRounds(): Promise<void> {
  await goRound();
  setInterval(() => void goRound(), EVERY_MS).unref();
}
