import { isSameOrigin } from "../auth/origin.ts";

/** Largest body of a JSON route, in bytes, where it does not say otherwise. */
export const BODY_LIMIT = 64 * 1024;
/** Deepest nesting of a JSON body. */
export const DEPTH_LIMIT = 20;

/** How long a body may take to arrive. */
const BODY_TIMEOUT_MS = 10_000;

export type JsonRequest =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 403 | 408 | 413 | 415; readonly code: string; readonly message: string };

/** The bytes of a file that one of our own pages sends, or why they are not taken. */
export type BytesRequest = { readonly ok: true; readonly bytes: Uint8Array } | Extract<JsonRequest, { readonly ok: false }>;

function refuse(status: 400 | 403 | 408 | 413 | 415, code: string, message: string): Extract<JsonRequest, { readonly ok: false }> {
  return { ok: false, status, code, message };
}

/**
 * The body of a request that changes something: sent by one of our own pages, as uncompressed
 * JSON in UTF-8, small and shallow. Everything else is refused before it is parsed.
 */
export async function readJsonRequest(request: Request, limit: number = BODY_LIMIT): Promise<JsonRequest> {
  const { headers } = request;
  if (!isSameOrigin(headers)) return refuse(403, "other-origin", "This request was not sent by a page of Heapwise.");
  if (!isJson(headers.get("content-type")) || (headers.get("content-encoding") ?? "identity") !== "identity") {
    return refuse(415, "not-json", "Send the body as application/json in UTF-8, uncompressed.");
  }
  const read = await readAll(request, limit);
  return read.ok ? parse(read.bytes) : read;
}

/** The body of a request that brings a file: sent by one of our own pages as application/octet-stream, uncompressed. */
export async function readBytesRequest(request: Request, limit: number): Promise<BytesRequest> {
  const { headers } = request;
  if (!isSameOrigin(headers)) return refuse(403, "other-origin", "This request was not sent by a page of Heapwise.");
  if (headers.get("content-type") !== "application/octet-stream" || (headers.get("content-encoding") ?? "identity") !== "identity") {
    return refuse(415, "not-bytes", "Send the file as application/octet-stream, uncompressed.");
  }
  return readAll(request, limit);
}

async function readAll({ headers, body }: Request, limit: number): Promise<BytesRequest> {
  if (Number(headers.get("content-length") ?? 0) > limit) return tooLarge(limit);
  const bytes = await readBody(body, limit);
  if (bytes === "too-large") return tooLarge(limit);
  if (bytes === "too-slow") return refuse(408, "too-slow", "The body did not arrive in time. Send it again.");
  return { ok: true, bytes };
}

function tooLarge(limit: number): Extract<JsonRequest, { readonly ok: false }> {
  return refuse(413, "too-large", `The body is larger than ${limit / 1024} KB. Send it in parts.`);
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType ?? "");
}

/** Reads until the limit and no further, whatever length was announced. */
async function readBody(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | "too-large" | "too-slow"> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    // What fails here fails in the read below as well.
    reader.cancel().catch(() => undefined);
  }, BODY_TIMEOUT_MS);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return "too-large";
      }
      chunks.push(part.value);
    }
  } finally {
    clearTimeout(timer);
  }
  return late ? "too-slow" : Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): JsonRequest {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (depthOf(text) > DEPTH_LIMIT) return refuse(400, "too-deep", `The body is nested deeper than ${DEPTH_LIMIT} levels.`);
    if (text.includes("\\u0000")) return refuse(400, "nul", "The body holds a NUL character, which no database here can keep.");
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return refuse(400, "bad-json", "The body is not JSON in UTF-8.");
    throw error;
  }
}

/** How deep brackets nest, those in strings left out; found without parsing. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) at += character === "\\" ? 1 : 0;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
