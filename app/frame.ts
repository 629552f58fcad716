import type { Metadata, Viewport } from "next";

/** Of every page, whatever frame it stands in. */
export const metadata: Metadata = {
  title: { default: "Heapwise: how Python really works, with proof", template: "%s · Heapwise" },
  description: "Drills for Python interviews on names, objects, memory and bytecode. Each proven answer comes with the program that shows it.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#161514" },
  ],
};
