import { FIELD_NAMES, FIELDS } from "../../lib/content/search/fields.ts";

const FORMS: readonly (readonly [example: string, says: string])[] = [
  ["garbage collector", "cards that have both words, whatever their case and accents"],
  ['"is not"', "the text as it stands, blanks included"],
  ["cycle -topic:cyclic-gc", "a minus excludes what follows it at once"],
  ["(weakref or cycle) leak", "either of two; brackets keep together what belongs together"],
];

function Example({ query, at }: { readonly query: string; readonly at: string }) {
  return <a href={`${at}?q=${encodeURIComponent(query)}`} translate="no" className="prose-link inline-flex min-h-8 items-center whitespace-nowrap font-mono text-[0.85rem]">{query}</a>;
}

/** The query language, each form with an example that is a link to it at a page that reads such queries. */
export function SearchHelp({ at = "/library" }: { readonly at?: string }) {
  const rows = [...FORMS, ...FIELD_NAMES.map((name) => [FIELDS[name].example, FIELDS[name].says] as const)];
  return (
    <details className="w-fit max-w-full">
      <summary className="w-fit py-2.5 text-sm text-ink-2 hover:text-ink">How to search</summary>
      <table className="mt-2 block overflow-x-auto text-sm">
        <thead className="sr-only"><tr><th scope="col">Search</th><th scope="col">Finds</th></tr></thead>
        <tbody>
          {rows.map(([example, says]) => (
            <tr key={example} className="border-t border-line align-baseline">
              <th scope="row" className="py-1 pr-6 text-left font-normal"><Example query={example} at={at} /></th>
              <td className="py-1 text-ink-2">{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 max-w-[60ch] text-sm text-ink-2">A filter takes several values with commas between: <code translate="no" className="font-mono">kind:predict,fix</code>.</p>
    </details>
  );
}
