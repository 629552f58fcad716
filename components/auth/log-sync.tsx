"use client";
import { useEffect } from "react";
import { flush, reconcile } from "../review/sync.ts";

/** Sends a signed-in user's waiting answers on every page, and whenever the connection or the tab comes back. Once a page, asks whether the server still has what it was sent. */
export function LogSync({ userId }: { readonly userId: string }) {
  useEffect(() => {
    const send = (): void => {
      if (document.visibilityState === "visible") void flush(userId);
    };
    void flush(userId).then(() => reconcile(userId));
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", send);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", send);
    };
  }, [userId]);
  return null;
}
