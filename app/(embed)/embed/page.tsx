import type { Metadata } from "next";
import { EmbeddedStepper } from "../../../components/lab/embedded-stepper.tsx";

export const metadata: Metadata = { title: "Python, step by step", robots: { index: false } };

export default function EmbedPage() {
  return (
    <main id="main" tabIndex={-1} className="w-full grow p-3 sm:p-4">
      <h1 className="sr-only">Python, step by step</h1>
      <EmbeddedStepper />
      <noscript>The stepper runs Python in the browser and needs JavaScript for it.</noscript>
    </main>
  );
}
