"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { LogSync } from "../auth/log-sync.tsx";
import { sentSince } from "../review/device-store.ts";
import { VISITOR } from "../review/local-log.ts";
import { helpOf, Sitting } from "../review/sitting.tsx";
import type { SittingState } from "../review/sitting-state.ts";
import { unsentHere, userSitting, visitorSitting } from "../review/start-of-sitting.ts";
import { Page } from "../layout/page.tsx";
import { Button } from "../ui/button.tsx";
import { type KeptSession, lastKeptSession } from "./kept-session.ts";

// Of no use to the review, and heavy.
const Playground = dynamic(() => import("../lab/playground.tsx").then((module) => module.Playground), { ssr: false });

interface Found {
  readonly kept: KeptSession;
  readonly start: () => SittingState;
}

/** The day's cards of this device, with all that was answered on it since they came. */
async function find(): Promise<Found | null> {
  const kept = await lastKeptSession();
  if (kept === null) return null;
  const now = Date.now();
  const sent = kept.owner === VISITOR ? [] : await sentSince(kept.owner, kept.plannedAt);
  return { kept, start: () => (kept.owner === VISITOR ? visitorSitting(kept.session, now) : userSitting(kept.session, now, [...unsentHere(kept.owner), ...sent])) };
}

/** Pages of the library that were read on this device, as their addresses. */
async function readPages(): Promise<string[]> {
  if (!("caches" in window)) return [];
  const cache = await caches.open("heapwise-pages");
  return (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => /^\/library\/[a-z0-9-]+$/.test(path));
}

/** Whether there is a connection again. Not at first, whatever the browser says: this page came because another could not be reached. */
function useOnline(): boolean {
  const [online, setOnline] = useState(false);
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return online;
}

function Connection() {
  const online = useOnline();
  return (
    <div role="status" className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
      {online ? (
        <>
          <span>There is a connection again.</span>
          <Button look="quiet" onClick={() => window.location.reload()}>Load the page</Button>
        </>
      ) : (
        <span>No connection. Answers are saved on this device.</span>
      )}
    </div>
  );
}

function ReadPages({ pages }: { readonly pages: readonly string[] }) {
  if (pages.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="read">
      <h2 id="read" className="text-lg">Read on this device</h2>
      <ul>{pages.map((path) => <li key={path}><a className="prose-link inline-flex min-h-11 items-center" href={path}>{path.split("/").at(-1)?.replaceAll("-", " ")}</a></li>)}</ul>
    </section>
  );
}

/** The playground, which needs nobody and nothing from elsewhere. */
function OfflinePlayground() {
  return (
    <Page width="full">
      <div className="grid gap-5">
        <h1 className="text-2xl sm:text-3xl">Playground</h1>
        <Connection />
        <Playground author={false} />
      </div>
    </Page>
  );
}

/** What there is without a connection: for the review the day's cards, the playground, for all else the way to them. */
export function OfflinePage() {
  const [place, setPlace] = useState("");
  useEffect(() => setPlace(window.location.pathname), []);
  if (place === "/play") return <OfflinePlayground />;
  return <Page><OnThisDevice place={place} /></Page>;
}

function OnThisDevice({ place }: { readonly place: string }) {
  const [found, setFound] = useState<Found | null | undefined>(undefined);
  const [pages, setPages] = useState<readonly string[]>([]);
  useEffect(() => {
    void find().then(setFound);
    void readPages().then(setPages);
  }, []);
  if (found === undefined) return <p className="min-h-96 py-10 text-ink-2">Looking for your cards on this device</p>;
  const owner = found?.kept.owner ?? VISITOR;
  if (found !== null && place === "/review") {
    const { session, targetVersion, device } = found.kept;
    return (
      <div className="grid gap-2 pb-20">
        <Connection />
        <Sitting start={found.start} owner={owner} targetVersion={targetVersion} device={device} help={helpOf(session.cards)} nextDueDay={session.nextDueDay} />
        {owner !== VISITOR && <LogSync userId={owner} />}
      </div>
    );
  }
  return (
    <div className="grid gap-8">
      <Connection />
      <div className="grid gap-3">
        <h1 className="text-2xl">This page needs a connection</h1>
        <p className="text-ink-2">{found === null ? "No cards are kept on this device yet: open the review once with a connection." : "Your cards of the day are on this device, and so is the engine that runs their programs."}</p>
        {found !== null && <p><a className="prose-link inline-flex min-h-11 items-center" href="/review">Go on with the review</a></p>}
        <p><a className="prose-link inline-flex min-h-11 items-center" href="/play">Run a program in the playground</a></p>
      </div>
      <ReadPages pages={pages} />
      {owner !== VISITOR && <LogSync userId={owner} />}
    </div>
  );
}
