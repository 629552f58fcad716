// Lines that show what is being done and how long it took.
import { CommandFailed } from "./project.mjs";

/** Long work says that it goes on. */
const heartbeatMs = 15_000;

/** @param {number} started performance.now() */
export const secondsSince = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/**
 * Prints the label, does the work, prints the time it took. On failure prints what the work had to say and ends the process.
 * @template T
 * @param {string} label @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = performance.now();
  console.log(`· ${label} …`);
  const heartbeat = setInterval(() => console.log(`  still at it (${secondsSince(started)})`), heartbeatMs);
  try {
    const result = await work();
    console.log(`  done in ${secondsSince(started)}`);
    return result;
  } catch (error) {
    if (error instanceof CommandFailed) console.error(error.output);
    console.error(`\n${label} failed: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  } finally {
    clearInterval(heartbeat);
  }
}
