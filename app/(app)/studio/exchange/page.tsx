import type { Metadata } from "next";
import { Page } from "../../../../components/layout/page.tsx";
import { ImportForm } from "../../../../components/studio/import-form.tsx";
import { Button } from "../../../../components/ui/button.tsx";
import { Select } from "../../../../components/ui/field.tsx";
import { TOPICS } from "../../../../lib/cards/topics.ts";
import { loadCommit } from "../../../../lib/exchange/loaders.ts";

export const metadata: Metadata = { title: "Import and export" };

const FORMATS = [["md", "Markdown files in an archive"], ["csv", "CSV"], ["json", "JSON"], ["apkg", "Anki package"]] as const;
const PATHS_AT_MOST = 50;

function Paths({ verb, paths }: { readonly verb: string; readonly paths: readonly string[] }) {
  if (paths.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-base">{paths.length} {verb}</h3>
      <ul translate="no" className="grid gap-0.5 font-mono text-sm text-ink-2">{paths.slice(0, PATHS_AT_MOST).map((path) => <li key={path} className="[overflow-wrap:anywhere]">{path}</li>)}</ul>
      {paths.length > PATHS_AT_MOST && <p className="text-sm text-ink-2">and {paths.length - PATHS_AT_MOST} more</p>}
    </div>
  );
}

export default async function ExchangePage() {
  const { added, changed, removed } = await loadCommit();
  const count = added.length + changed.length + removed.length;
  return (
    <Page width="wide">
      <div className="grid gap-10">
        <h1 className="text-3xl">Import and export</h1>
        <section className="grid gap-4" aria-labelledby="import">
          <h2 id="import" className="text-xl">Import</h2>
          <ImportForm />
        </section>
        <section className="grid gap-4 border-t border-line pt-7" aria-labelledby="export">
          <h2 id="export" className="text-xl">Export the published cards</h2>
          <form action="/api/studio/export" className="grid max-w-2xl gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
            <Select label="Format" name="format" id="export-format">{FORMATS.map(([value, word]) => <option key={value} value={value}>{word}</option>)}</Select>
            <Select label="Topic" name="topic" id="export-topic"><option value="">All topics</option>{TOPICS.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</Select>
            <Button type="submit" look="quiet">Download</Button>
          </form>
          <p className="text-ink-2">Markdown and JSON hold the cards letter by letter. CSV holds them in its last column. Anki gets question and answer, and on the way back the whole card.</p>
        </section>
        <section className="grid gap-4 border-t border-line pt-7" aria-labelledby="commit">
          <h2 id="commit" className="text-xl">Export as a commit</h2>
          {count === 0 ? <p>The library is what the files of this release say: there is nothing to commit.</p> : (
            <>
              <p>These files differ from those of this release. The archive is unpacked at the root of the project and holds the message of the commit too.</p>
              <p><a className="prose-link inline-flex min-h-12 items-center" href="/api/studio/export?format=commit" download>Download {count === 1 ? "the file" : `all ${count}`}</a></p>
              <Paths verb="new" paths={added} />
              <Paths verb="changed" paths={changed} />
              <Paths verb="to be removed" paths={removed} />
            </>
          )}
        </section>
      </div>
    </Page>
  );
}
