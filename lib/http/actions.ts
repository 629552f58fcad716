// What every JSON route that changes something does before its own work: who sends it, how often, what it is.
import "server-only";
import type { z } from "zod";
import { currentUser } from "../auth/loaders.ts";
import { type CurrentUser, type Role, roleIncludes } from "../auth/user.ts";
import { AppError } from "../errors.ts";
import type { LimitName } from "../limits/limits.ts";
import { spend } from "../limits/actions.ts";
import { readJsonRequest } from "./json-request.ts";
import { failure, failureOf, json } from "./json-response.ts";

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
export async function answerJson<Body>(request: Request, { schema, role = "LEARNER", limit, bodyLimit }: JsonAction<Body>, work: (user: CurrentUser, body: Body) => Promise<object>): Promise<Response> {
  const read = await readJsonRequest(request, bodyLimit);
  if (!read.ok) return failure(read.status, read.code, read.message);
  try {
    const user = await currentUser();
    if (user === null) throw new AppError("unauthenticated", "You are no longer signed in. Sign in again; what you typed stays here.");
    if (!roleIncludes(user.role, role)) throw new AppError("not-found", "There is nothing here.");
    if (limit !== undefined) await spend(limit, user.id);
    const body = schema.safeParse(read.value);
    if (!body.success) throw new AppError("invalid", faultOf(body.error));
    return json(200, await work(user, body.data));
  } catch (error) {
    return failureOf(error);
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
