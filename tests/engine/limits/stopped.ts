import { expect } from "vitest";
import { type Limits, run, type RunResult, type StopReason } from "../../../lib/engine/index.ts";

type Stopped = Extract<RunResult, { status: "stopped" }>;

/** Words that would come from the host: its errors, its files, the engine's own sources. */
export const HOST = /RangeError|TypeError: Cannot|call stack|Invalid array|Invalid string|Map maximum|BigInt|node:|\.ts\b|\bat \/|undefined/;

/** Runs a program that must be stopped for a reason, and checks what every stop owes: the line, and no word of the host. */
export function stop(source: string, reason: StopReason, line: number, limits: Partial<Limits> = {}): Stopped {
  const result = run(source, { limits });
  expect(result).toMatchObject({ status: "stopped", reason, line });
  const stopped = result as Stopped;
  expect(stopped.message).toMatch(new RegExp(`, at line ${line}\\.$`));
  expect(`${stopped.message}${stopped.stdout}${stopped.stderr}`).not.toMatch(HOST);
  return stopped;
}

/** What a program prints that must end by itself. */
export function printed(source: string, limits: Partial<Limits> = {}): string {
  const result = run(source, { limits });
  expect(result).toMatchObject({ status: "done" });
  return result.stdout;
}

/** The last line of the traceback of a program that must raise. */
export function raised(source: string, limits: Partial<Limits> = {}): string {
  const result = run(source, { limits });
  expect(result.status).toBe("raised");
  const { lastLine, traceback } = (result as Extract<RunResult, { status: "raised" }>).error;
  expect(traceback).not.toMatch(HOST);
  return lastLine;
}
