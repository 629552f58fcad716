"use client";
import { LogSync } from "../auth/log-sync.tsx";
import { AccountLinks } from "../layout/account-links.tsx";
import { SiteFooter } from "../layout/site-footer.tsx";
import { useReader } from "./reader.ts";
import { SearchKey } from "./search-key.tsx";

/** The reader's links of the header: a visitor's until the server has said who reads. */
export function ReaderLinks() {
  const reader = useReader();
  return <AccountLinks signedIn={reader !== null && reader.userId !== null} author={reader?.author ?? false} />;
}

/** The footer, and the sending of answers that wait on this device. */
export function ReaderFooter() {
  const reader = useReader();
  const signedIn = reader !== null && reader.userId !== null;
  return (
    <>
      <SiteFooter signedIn={signedIn} author={reader?.author ?? false} />
      <SearchKey />
      {signedIn && <LogSync userId={reader.userId} />}
    </>
  );
}
