import { roleIncludes, type CurrentUser, type Role } from "../user.ts";

/** Whether authors and admins must have a second factor, or may. */
export type SecondFactorPolicy = "required" | "offered";

/** As SECOND_FACTOR says; else required behind https, and offered on plain http, which is a machine of one's own. */
export function secondFactorPolicy(setting: SecondFactorPolicy | undefined, origin: string | undefined): SecondFactorPolicy {
  return setting ?? (origin?.startsWith("https:") ? "required" : "offered");
}

/**
 * The user as the app is to see them. A role above learner counts for nothing while the second factor that it needs is
 * missing: every check of a role refuses, also one that has never heard of second factors, and `waitingRole` says why.
 */
export function withCountingRole(user: CurrentUser, policy: SecondFactorPolicy): CurrentUser {
  const waits = policy === "required" && user.role !== "LEARNER" && !user.hasSecondFactor;
  return waits ? { ...user, role: "LEARNER", waitingRole: user.role } : user;
}

/** May the user act in this role? `second-factor`: once they have set one up. */
export function standingFor(user: Pick<CurrentUser, "role" | "waitingRole">, needed: Role): "may" | "second-factor" | "may-not" {
  if (roleIncludes(user.role, needed)) return "may";
  return user.waitingRole !== null && roleIncludes(user.waitingRole, needed) ? "second-factor" : "may-not";
}
