"use client";
import { useEffect } from "react";

/** Where a browser says so, its user pays for what is loaded, or wants less of it. */
const savesData = (): boolean => "connection" in navigator && typeof navigator.connection === "object" && navigator.connection !== null && "saveData" in navigator.connection && navigator.connection.saveData === true;

/** Makes the app work without a connection, once the page has loaded and has nothing better to do. */
export function OfflineReady() {
  useEffect(() => {
    if (!("serviceWorker" in navigator) || savesData() || process.env.NODE_ENV !== "production") return;
    const register = (): void => {
      // Refused in some private windows; the app then needs a connection, as any page does.
      navigator.serviceWorker.register("/sw.js").catch(() => undefined);
    };
    const idle = window.requestIdleCallback?.(register, { timeout: 10_000 }) ?? window.setTimeout(register, 2_000);
    return () => (window.cancelIdleCallback ?? window.clearTimeout)(idle);
  }, []);
  return null;
}
