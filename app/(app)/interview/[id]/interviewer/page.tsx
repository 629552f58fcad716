import type { Metadata } from "next";
import { InterviewerPage } from "../../../../../components/interview/interviewer.tsx";
import { Page } from "../../../../../components/layout/page.tsx";
import { loadInterviewer } from "../../../../../lib/interview/loaders.ts";

export const metadata: Metadata = { title: "Interviewer's view" };

interface Props {
  readonly params: Promise<{ id: string }>;
}

export default async function InterviewerViewPage({ params }: Props) {
  const view = await loadInterviewer((await params).id);
  return (
    <Page width="wide">
      <InterviewerPage view={view} />
      <noscript>The interviewer's view needs JavaScript.</noscript>
    </Page>
  );
}
