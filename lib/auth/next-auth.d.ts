import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    id: string;
    sessionVersion: number;
  }
  interface Session {
    user: { id: string; sessionVersion: number; secondFactor: number | null; sessionId: string | null };
  }
  interface Profile {
    email_verified?: unknown;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    uid: string;
    version: number;
    /** Since when the second factor is there that this session passed, in UTC ms. */
    secondFactor?: number | null;
    /** The id of the session in the list of its user; absent in cookies from before there was one. */
    sid?: string;
  }
}
