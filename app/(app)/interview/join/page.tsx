import type { Metadata } from "next";
import { JoinForm } from "../../../../components/interview/join-form.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { requireUser } from "../../../../lib/auth/loaders.ts";

export const metadata: Metadata = { title: "Interview somebody" };

export default async function JoinPage() {
  await requireUser("/interview/join");
  return (
    <Page width="form">
      <div className="grid gap-6">
        <header className="grid gap-2">
          <h1 className="text-3xl">Interview somebody</h1>
          <p className="text-ink-2">The candidate starts a mock interview, invites an interviewer and reads you the code. You then see each question with its answer, rubric and timer, give hints, ask on and judge; they see only the question.</p>
        </header>
        <JoinForm />
      </div>
    </Page>
  );
}
