import type { Session } from "../engine/types.ts";
import type { Claim, FramePart, ModelStatement, Operator } from "./model.ts";

/** What the engine shows for a claim: whether it holds, and the state in words. */
interface Seen {
  readonly holds: boolean;
  readonly actual: string;
}

export type ModelOutcome = { readonly outcome: "held" } | { readonly outcome: "failed" | "unsupported"; readonly actual: string };

/** The ids of the objects that names were last bound to, for `alive`. */
export type Watched = Map<string, number>;

const PARTS: Record<FramePart, string> = { "fast locals": "co_varnames", cells: "co_cellvars", "free variables": "co_freevars" };

function compare(left: number, operator: Operator, right: number): boolean {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

function unbound(path: string): Seen {
  return { holds: false, actual: `${path} is unbound` };
}

function readRefers(session: Session, claim: Claim & { kind: "refers" }): Seen {
  const view = session.inspect(claim.path);
  if (view === null) return unbound(claim.path);
  const holds = view.type === claim.type && (claim.text === null || view.text === claim.text);
  return { holds, actual: `${claim.path} -> ${view.type} ${view.text}` };
}

function readSame(session: Session, claim: Claim & { kind: "same" }): Seen {
  const left = session.inspect(claim.left);
  const right = session.inspect(claim.right);
  if (left === null) return unbound(claim.left);
  if (right === null) return unbound(claim.right);
  const holds = left.id === right.id;
  return { holds, actual: `${claim.left} is ${holds ? "" : "not "}${claim.right}` };
}

function readCount(session: Session, claim: Claim & { kind: "refcount" | "immortal" }): Seen {
  const view = session.inspect(claim.path);
  if (view === null) return unbound(claim.path);
  const actual = view.refs === null ? `immortal(${claim.path})` : `refcount(${claim.path}) == ${view.refs}`;
  if (claim.kind === "immortal") return { holds: view.refs === null, actual };
  return { holds: view.refs !== null && compare(view.refs, claim.operator, claim.count), actual };
}

/** The names in the text of a tuple of strings; null when it is something else. */
function tupleNames(text: string): string[] | null {
  if (!/^\(('\w+',?\s*)*\)$/u.test(text)) return null;
  return [...text.matchAll(/'(\w+)'/gu)].map((match) => match[1] ?? "");
}

function readFrame(session: Session, claim: Claim & { kind: "frame" }): Seen | null {
  if (session.inspect(claim.path) === null) return unbound(claim.path);
  const view = session.inspect(`${claim.path}.__code__.${PARTS[claim.part]}`);
  const names = view === null ? null : tupleNames(view.text);
  if (names === null) return null;
  const actual = `frame ${claim.path}: ${claim.part} ${names.length === 0 ? "none" : names.join(" ")}`;
  return { holds: names.join(" ") === claim.names.join(" "), actual };
}

function readClaim(session: Session, claim: Claim, watched: Watched): Seen | null {
  switch (claim.kind) {
    case "refers":
      return readRefers(session, claim);
    case "same":
      return readSame(session, claim);
    case "unbound": {
      const view = session.inspect(claim.path);
      return { holds: view === null, actual: view === null ? `${claim.path} is unbound` : `${claim.path} -> ${view.type} ${view.text}` };
    }
    case "refcount":
    case "immortal":
      return readCount(session, claim);
    case "objects": {
      const found = claim.text === null ? session.count(claim.type) : session.count(claim.type, claim.text);
      const words = claim.text === null ? claim.type : `${claim.type}, ${claim.text}`;
      return { holds: compare(found, claim.operator, claim.count), actual: `objects(${words}) == ${found}` };
    }
    case "frame":
      return readFrame(session, claim);
    case "opcodes": {
      const listing = session.disassemble(claim.path);
      if (listing === null) return { holds: false, actual: `${claim.path} is not a function` };
      const names = [...new Set(listing.map((instruction) => instruction.opname))];
      return { holds: names.includes(claim.opcode), actual: `opcodes(${claim.path}) are ${names.join(", ")}` };
    }
    case "alive": {
      const id = watched.get(claim.path);
      if (id === undefined) return { holds: false, actual: `${claim.path} was never bound` };
      const holds = session.alive(id);
      return { holds, actual: `${holds ? "" : "not "}alive(${claim.path})` };
    }
  }
}

/** A claim that cannot be turned round: its subject must exist for the opposite to mean anything. */
function hasSubject(session: Session, claim: Claim, watched: Watched): boolean {
  switch (claim.kind) {
    case "unbound":
    case "objects":
      return true;
    case "same":
      return session.inspect(claim.left) !== null && session.inspect(claim.right) !== null;
    case "alive":
      return watched.has(claim.path);
    case "opcodes":
      return session.disassemble(claim.path) !== null;
    default:
      return session.inspect(claim.path) !== null;
  }
}

/** Checks one statement against the session as it is now. `not` never makes a statement about an unbound name true. */
export function checkStatement(session: Session, statement: ModelStatement, watched: Watched): ModelOutcome {
  const seen = readClaim(session, statement.claim, watched);
  if (seen === null) return { outcome: "unsupported", actual: "the engine does not show this" };
  const holds = seen.holds === statement.holds && (statement.holds || hasSubject(session, statement.claim, watched));
  return holds ? { outcome: "held" } : { outcome: "failed", actual: seen.actual };
}

/** Notes which objects the watched names are bound to now. */
export function watch(session: Session, paths: readonly string[], watched: Watched): void {
  for (const path of paths) {
    const view = session.inspect(path);
    if (view !== null) watched.set(path, view.id);
  }
}
