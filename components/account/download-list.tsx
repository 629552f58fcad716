import { EXPORTS } from "../../lib/export/schema.ts";

/** What can be taken away, each as a file. */
export function DownloadList() {
  return (
    <ul className="grid">
      {EXPORTS.map(({ format, name, hint }) => (
        <li key={format} className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:items-center">
          <a className="prose-link inline-flex min-h-11 items-center" href={`/api/account/export?format=${format}`} download>{name}</a>
          <span className="text-sm text-ink-2">{hint}</span>
        </li>
      ))}
    </ul>
  );
}
