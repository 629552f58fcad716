import type { Metadata } from "next";
import { OfflinePage } from "../../../components/offline/offline-page.tsx";

export const metadata: Metadata = { title: "No connection", robots: { index: false } };

/** What the service worker shows in place of any page that cannot be reached. */
export default function Offline() {
  return <OfflinePage />;
}
