// What the workers with an engine share: they answer one request after another, and fetch of the engine what a request needs.
import { ChunkUnavailable, prepare, prepared } from "../engine/web.ts";
import type { Notice } from "./watched-worker.ts";

/** An error of the engine, not of the program. */
interface Fault {
  readonly kind: "fault";
  readonly message: string;
}

/** `answer` may be called more than once for a request, so it must do nothing but run programs. */
export function serveEngine<Request>(answer: (request: Request) => object): void {
  const post = (message: object | Notice): void => self.postMessage(message);
  const troubleOf = (error: unknown): Fault | Notice => {
    if (error instanceof ChunkUnavailable) return "unavailable";
    // The engine promises not to throw for a program's reasons; what comes here is its own fault and is shown as such.
    return { kind: "fault", message: error instanceof Error ? error.message : String(error) };
  };
  self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
    void prepared(() => answer(data), (fetching) => post(fetching ? "fetching" : "fetched")).catch(troubleOf).then(post);
  });
  post({ kind: "ready" });
  // The rest comes while nobody waits for it. What does not come now is fetched when a program needs it.
  void prepare().catch(() => undefined);
}
