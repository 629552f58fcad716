// What every JSON route that changes something does before its own work: who sends it, how often, what it is.
import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { noteDenial } from "../audit/actions.ts";
import { currentUser } from "../auth/loaders.ts";
import { standingFor } from "../auth/second-factor/policy.ts";
import type { CurrentUser, Role } from "../auth/user.ts";
import { AppError } from "../errors.ts";
import type { LimitName } from "../limits/limits.ts";
import { spend } from "../limits/actions.ts";
import { busyErrorOf } from "./data.ts";
import { readBytesRequest, readJsonRequest } from "./json-request.ts";
import { failure, failureOf, json } from "./json-response.ts";
import { requestIdOf } from "./loaders.ts";

interface JsonAction<Body> {
  /** A strict schema: an unknown field is refused. */
  readonly schema: z.ZodType<Body>;
  /** The least role that may do it; others are told that there is nothing here. Without it any signed-in user may. */
  readonly role?: Role;
  /** How often a user may do it. */
  readonly limit?: LimitName;
  /** Bytes that a body may have; BODY_LIMIT by default. */
  readonly bodyLimit?: number;
}

/**
 * Answers a POST, PUT or DELETE with JSON: refuses other origins, other content types and large bodies, finds the user,
 * counts against the limit, reads the body by the schema, and runs `work`, whose result is the answer. An AppError that
 * `work` throws becomes its status and message.
 */
export function answerJson<Body>(request: Request, { schema, role = "LEARNER", limit, bodyLimit }: JsonAction<Body>, work: (user: CurrentUser, body: Body) => Promise<object>): Promise<Response> {
  return handle(request, async () => {
    const read = await readJsonRequest(request, bodyLimit);
    if (!read.ok) return failure(read.status, read.code, read.message);
    return answerSender(request, { role, limit }, async (user) => {
      const body = schema.safeParse(read.value);
      if (!body.success) throw new AppError("invalid", faultOf(body.error));
      return work(user, body.data);
    });
  });
}

/** Answers a request that brings a file, as answerJson does one that brings JSON. */
export function answerBytes(request: Request, { role, limit, bodyLimit }: { readonly role: Role; readonly limit: LimitName; readonly bodyLimit: number }, work: (user: CurrentUser, bytes: Uint8Array) => Promise<object>): Promise<Response> {
  return handle(request, async () => {
    const read = await readBytesRequest(request, bodyLimit);
    if (!read.ok) return failure(read.status, read.code, read.message);
    return answerSender(request, { role, limit }, (user) => work(user, read.bytes));
  });
}

/** Finds the user, asks for their role, counts against the limit, and runs the work. */
async function answerSender(request: Request, { role, limit }: { readonly role: Role; readonly limit: LimitName | undefined }, work: (user: CurrentUser) => Promise<object>): Promise<Response> {
  const user = await currentUser();
  if (user === null) throw new AppError("unauthenticated", "You are no longer signed in. Sign in again; what you typed stays here.");
  const path = new URL(request.url).pathname.slice(0, 200);
  const standing = standingFor(user, role);
  if (standing === "second-factor") throw new AppError("forbidden", "This needs a second factor on your account. Set it up in the settings; what you typed stays here.");
  if (standing === "may-not") {
    await noteDenial(user.id, { needed: role, path });
    throw new AppError("not-found", "There is nothing here.");
  }
  if (limit !== undefined) await spend(limit, user.id);
  try {
    return json(200, await work(user));
  } catch (error) {
    // What is not there and what is another's are answered alike, so both are noted.
    if (error instanceof AppError && error.code === "not-found") await noteDenial(user.id, { path });
    throw error;
  }
}

/**
 * Runs a route's work. An AppError becomes its status and message; anything else thrown is our fault: the answer says so
 * with the request's id and nothing else, and one line with the same id goes to the server's log.
 */
export async function handle(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error); // redirects and "not found" are thrown for Next
    const shown = error instanceof AppError ? error : busyErrorOf(error);
    if (shown !== null) return failureOf(shown);
    const requestId = requestIdOf(request.headers) ?? randomUUID();
    const { pathname } = new URL(request.url);
    // As JSON, so that nothing in it can begin a line of its own; without the message, which may quote what was sent.
    console.error(JSON.stringify({ level: "error", requestId, method: request.method, path: pathname.slice(0, 200), error: error instanceof Error ? error.name : typeof error }));
    return failure(500, "internal", `Something failed here, which is our fault. Try again; if it goes on, name this request when you report it: ${requestId}.`, { "X-Request-Id": requestId });
  }
}

/** The first problem as `grade: must be a whole number`; an unknown field is named. */
function faultOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "The request is not what this address takes.";
  if (issue.code === "unrecognized_keys") return `unknown field ${issue.keys[0]?.slice(0, 40) ?? ""}`;
  const place = issue.path.join(".");
  return place === "" ? issue.message : `${place}: ${issue.message}`;
}
