import type { Role } from "../auth/user.ts";

/** Somebody with an account, as an admin sees them. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  /** UTC ms. */
  readonly createdAt: number;
  /** Study day of the last answer, counted from 1970-01-01; null before the first. */
  readonly lastAnswerDay: number | null;
  readonly hasSecondFactor: boolean;
}

/** A page of people; `next` is the id to continue after. */
export interface PeoplePage {
  readonly people: readonly Person[];
  readonly next: string | null;
}
