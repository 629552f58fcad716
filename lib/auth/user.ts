declare const brand: unique symbol;

/** The id of somebody who was checked to be that user. Only lib/auth makes one; every read and write of a user's data takes it. */
export type UserId = string & { readonly [brand]: "UserId" };

export type Role = "LEARNER" | "AUTHOR" | "ADMIN";

const rank: Record<Role, number> = { LEARNER: 0, AUTHOR: 1, ADMIN: 2 };

/** Whether a role includes another: an admin may do what an author may. */
export const roleIncludes = (role: Role, needed: Role): boolean => rank[role] >= rank[needed];

/** What the app knows of the user whose request it is. */
export type CurrentUser = {
  id: UserId;
  email: string;
  name: string | null;
  /** What counts: LEARNER while a higher role waits for the second factor that it needs. */
  role: Role;
  /** The role that counts once a second factor is set up; null when none waits. */
  waitingRole: Role | null;
  hasSecondFactor: boolean;
  /** Whether there is a password to sign in with; accounts made through GitHub or Google have none. */
  hasPassword: boolean;
  /** Milliseconds since 1970-01-01 UTC. */
  createdAt: number;
  /** When the account is deleted, as its owner asked; null otherwise. UTC ms. */
  eraseAt: number | null;
  timeZone: string;
  rolloverHour: number;
  newPerDay: number;
  reviewsPerDay: number;
  /** The Python version whose behaviour is asked for first, such as "3.14". */
  targetVersion: string;
};
