import { KILL_AFTER_MS, LOAD_WITHIN_MS, type LabReply, type LabRequest } from "./messages.ts";

/** The worker's answer, or why there is none. `superseded`: a newer request took the worker. */
export type LabOutcome = Exclude<LabReply, { readonly kind: "ready" }> | { readonly kind: "timeout" } | { readonly kind: "unavailable" } | { readonly kind: "superseded" };

interface Lab {
  readonly worker: Worker;
  readonly ready: Promise<boolean>;
}

let lab: Lab | null = null;
let abandon: ((outcome: LabOutcome) => void) | null = null;

function open(): Lab {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const ready = new Promise<boolean>((resolve) => {
    worker.addEventListener("message", () => resolve(true), { once: true });
    worker.addEventListener("error", () => resolve(false), { once: true });
    // A script that cannot be fetched does not always raise an error here.
    setTimeout(() => resolve(false), LOAD_WITHIN_MS);
  });
  return { worker, ready };
}

function close(): void {
  lab?.worker.terminate();
  lab = null;
}

/** Loads the engine ahead of its first use. */
export function warmUp(): void {
  lab ??= open();
}

/**
 * Asks the worker. Never rejects. The watchdog starts when the engine is loaded; a program that outlasts it loses its
 * worker, and the next request gets a fresh one.
 */
export async function ask(request: LabRequest): Promise<LabOutcome> {
  if (abandon !== null) {
    close();
    abandon({ kind: "superseded" });
  }
  lab ??= open();
  const { worker, ready } = lab;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (outcome: LabOutcome): void => {
      clearTimeout(timer);
      worker.removeEventListener("message", listen);
      worker.removeEventListener("error", fail);
      if (abandon === settle) abandon = null;
      resolve(outcome);
    };
    const listen = ({ data }: MessageEvent<LabReply>): void => {
      if (data.kind !== "ready") settle(data);
    };
    const fail = ({ message }: ErrorEvent): void => {
      close();
      settle({ kind: "fault", message: message || "the worker ended" });
    };
    abandon = settle;
    worker.addEventListener("message", listen);
    void ready.then((loaded) => {
      if (abandon !== settle) return;
      if (!loaded) {
        close();
        settle({ kind: "unavailable" });
        return;
      }
      timer = setTimeout(() => {
        close();
        settle({ kind: "timeout" });
      }, KILL_AFTER_MS);
      worker.addEventListener("error", fail);
      worker.postMessage(request);
    });
  });
}

/** A sentence for an answer that is not a result. */
export function troubleOf(outcome: Exclude<LabOutcome, { readonly kind: "ran" | "proven" }>): string {
  switch (outcome.kind) {
    case "timeout":
      return `Stopped after ${KILL_AFTER_MS / 1000} seconds: the program had not ended.`;
    case "unavailable":
      return "The engine could not be loaded. Check the connection and run it again; everything else here works without it.";
    case "superseded":
      return "Replaced by a newer run.";
    case "fault":
      return `The engine failed, which is our fault and not the program's: ${outcome.message}`;
  }
}
