"use client";
import type { Role } from "../../lib/auth/user.ts";
import { StudioNav } from "../studio/studio-nav.tsx";
import { consoleLinks } from "./console-links.ts";

/** The studio's navigation with the places that this role has. */
export function ConsoleNav({ viewer }: { readonly viewer: Role }) {
  return <StudioNav links={consoleLinks(viewer)} />;
}
