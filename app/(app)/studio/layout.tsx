import type { ReactNode } from "react";
import { StudioNav } from "../../../components/studio/studio-nav.tsx";
import { currentUser } from "../../../lib/auth/loaders.ts";
import { roleIncludes } from "../../../lib/auth/user.ts";
import { loadWaiting } from "../../../lib/studio/loaders.ts";

/** The studio's navigation. It locks nothing: each page asks who it is. */
export default async function StudioLayout({ children }: { readonly children: ReactNode }) {
  const user = await currentUser();
  const author = user !== null && roleIncludes(user.role, "AUTHOR");
  return (
    <>
      {author && <div className="mx-auto w-full max-w-5xl in-[body:has(main[data-width=full])]:max-w-[100rem] px-4 pt-2 sm:px-6"><StudioNav admin={user.role === "ADMIN"} waiting={await loadWaiting()} /></div>}
      {children}
    </>
  );
}
