import type { Role } from "../../lib/auth/user.ts";
import { STUDIO_LINKS, type StudioLink } from "../studio/studio-nav.tsx";

/** The places of the studio that this role has. */
export function consoleLinks(role: Role): readonly StudioLink[] {
  const flags: StudioLink = { href: "/studio/flags", label: "Flags" };
  const admins: readonly StudioLink[] = role === "ADMIN" ? [{ href: "/studio/people", label: "People" }, { href: "/studio/audit", label: "Audit" }] : [];
  return [...STUDIO_LINKS, flags, ...admins];
}
