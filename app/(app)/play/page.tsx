import type { Metadata } from "next";
import { Playground } from "../../../components/lab/playground.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { currentUser } from "../../../lib/auth/loaders.ts";
import { roleIncludes } from "../../../lib/auth/user.ts";

export const metadata: Metadata = {
  title: "Playground",
  description: "Run Python 3.10 to 3.15 in the browser and watch names, objects, frames and reference counts step by step. No account; nothing is sent.",
  alternates: { canonical: "/play" },
};

export default async function PlayPage() {
  const user = await currentUser();
  return (
    <Page width="full">
      <div className="grid gap-5">
        <header className="grid gap-1">
          <h1 className="text-2xl sm:text-3xl">Playground</h1>
          <p className="max-w-3xl text-ink-2">Run a program and watch the machine: which names there are, which objects they refer to, what each step changes. It runs in this browser; nothing is sent.</p>
        </header>
        <Playground author={user !== null && roleIncludes(user.role, "AUTHOR")} />
        <noscript>The playground runs Python in the browser and needs JavaScript for it.</noscript>
      </div>
    </Page>
  );
}
