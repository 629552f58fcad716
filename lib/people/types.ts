import type { Role } from "../auth/user.ts";

/** A line of the people page. Instants in UTC ms. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly joinedAt: number;
  /** When the last answer was received; null before the first. */
  readonly lastAnswerAt: number | null;
  readonly secondFactor: boolean;
}
