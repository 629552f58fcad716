import type { Metadata } from "next";
import { InterviewRun } from "../../../../components/interview/run.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { loadRun } from "../../../../lib/interview/loaders.ts";

export const metadata: Metadata = { title: "Mock interview" };

interface Props {
  readonly params: Promise<{ id: string }>;
}

export default async function InterviewRunPage({ params }: Props) {
  const view = await loadRun((await params).id);
  return (
    <Page>
      <InterviewRun view={view} />
      <noscript>The interview needs JavaScript.</noscript>
    </Page>
  );
}
