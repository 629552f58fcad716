// A worker that answers one request at a time, and is ended when it does not.

/**
 * Said by a worker that must load more before it can go on, and when it goes on: a program is not to blame for the time
 * between. Or when what it needs does not come.
 */
export type Notice = "fetching" | "fetched" | "unavailable";

/** How long a script may take to load, and an answer to come, in ms. */
export interface Patience {
  readonly loadMs: number;
  readonly answerMs: number;
}

/** The worker's answer, or why there is none. `superseded`: a newer request took the worker. */
export type WorkerOutcome<Reply> =
  | { readonly kind: "answered"; readonly reply: Reply }
  | { readonly kind: "timeout" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "superseded" }
  | { readonly kind: "broken"; readonly message: string };

/** A worker that is opened when it is needed. */
export interface WatchedWorker<Request, Reply> {
  /** Loads it ahead of its first use. */
  readonly warmUp: () => void;
  /** Never rejects. The watchdog starts when the script is loaded; a worker that outlasts it is ended, and the next request gets a fresh one. */
  readonly ask: (request: Request) => Promise<WorkerOutcome<Reply>>;
  /** Ends it; an open request is superseded. */
  readonly end: () => void;
}

interface Opened {
  readonly worker: Worker;
  readonly ready: Promise<boolean>;
}

/** `open` starts the script, which must post one message when it has loaded, and then one for each request. */
export function watchWorker<Request, Reply>(open: () => Worker, { loadMs, answerMs }: Patience): WatchedWorker<Request, Reply> {
  let opened: Opened | null = null;
  let abandon: ((outcome: WorkerOutcome<Reply>) => void) | null = null;

  const start = (): Opened => {
    const worker = open();
    const ready = new Promise<boolean>((resolve) => {
      worker.addEventListener("message", () => resolve(true), { once: true });
      worker.addEventListener("error", () => resolve(false), { once: true });
      // A script that cannot be fetched does not always raise an error here.
      setTimeout(() => resolve(false), loadMs);
    });
    return { worker, ready };
  };
  const close = (): void => {
    opened?.worker.terminate();
    opened = null;
  };
  const end = (): void => {
    close();
    abandon?.({ kind: "superseded" });
  };
  const ask = (request: Request): Promise<WorkerOutcome<Reply>> => {
    if (abandon !== null) end();
    opened ??= start();
    const { worker, ready } = opened;
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (outcome: WorkerOutcome<Reply>): void => {
        clearTimeout(timer);
        worker.removeEventListener("message", listen);
        worker.removeEventListener("error", fail);
        if (abandon === settle) abandon = null;
        resolve(outcome);
      };
      const wait = (ms: number, kind: "timeout" | "unavailable"): void => {
        clearTimeout(timer);
        timer = setTimeout(() => give({ kind }), ms);
      };
      const listen = ({ data }: MessageEvent<Reply | Notice>): void => {
        if (data === "fetching") wait(loadMs, "unavailable");
        else if (data === "fetched") wait(answerMs, "timeout");
        else if (data === "unavailable") give({ kind: "unavailable" });
        else settle({ kind: "answered", reply: data });
      };
      const fail = ({ message }: ErrorEvent): void => {
        close();
        settle({ kind: "broken", message: message || "the worker ended" });
      };
      const give = (outcome: WorkerOutcome<Reply>): void => {
        close();
        settle(outcome);
      };
      abandon = settle;
      void ready.then((loaded) => {
        if (abandon !== settle) return;
        if (!loaded) return give({ kind: "unavailable" });
        wait(answerMs, "timeout");
        worker.addEventListener("message", listen);
        worker.addEventListener("error", fail);
        worker.postMessage(request);
      });
    });
  };
  return { warmUp: () => { opened ??= start(); }, ask, end };
}
