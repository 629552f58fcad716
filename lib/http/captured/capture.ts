import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from "node:http";

/** An answer, held whole before anything of it is sent. */
export interface Captured {
  readonly status: number;
  readonly headers: Readonly<Record<string, OutgoingHttpHeader>>;
  readonly body: Buffer;
}

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A response that goes nowhere: what is written to it is kept. */
class Held extends ServerResponse {
  readonly parts: Buffer[] = [];
  private readonly done: () => void;

  constructor(request: IncomingMessage, done: () => void) {
    super(request);
    this.done = done;
  }

  private keep(part: unknown, encoding?: unknown): void {
    if (typeof part === "string") this.parts.push(Buffer.from(part, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (part instanceof Uint8Array) this.parts.push(Buffer.from(part));
  }

  override writeHead(status: number, ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]): this {
    this.statusCode = status;
    const given = rest.find((one) => typeof one === "object");
    if (given !== undefined && !Array.isArray(given)) for (const [name, value] of Object.entries(given)) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {}

  override write(part: unknown, ...rest: unknown[]): boolean {
    this.keep(part, rest[0]);
    callbackIn(rest)?.();
    return true;
  }

  override end(...rest: unknown[]): this {
    if (typeof rest[0] !== "function") this.keep(rest[0], rest[1]);
    this.finished = true;
    callbackIn(rest)?.();
    this.done();
    this.emit("finish");
    this.emit("close");
    return this;
  }
}

const callbackIn = (values: readonly unknown[]): (() => void) | undefined => values.find((one): one is () => void => typeof one === "function");

/** Has a request answered, and gives the whole answer instead of sending it. */
export function capture(handle: Handle, request: IncomingMessage): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const held: Held = new Held(request, () => {
      const headers = Object.fromEntries(Object.entries(held.getHeaders()).filter((entry): entry is [string, OutgoingHttpHeader] => entry[1] !== undefined));
      resolve({ status: held.statusCode, headers, body: Buffer.concat(held.parts) });
    });
    handle(request, held).catch(reject);
  });
}
