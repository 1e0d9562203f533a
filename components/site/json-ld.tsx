/** Structured data for search engines: a script that nobody runs. `json` must be escaped, as lib/json-ld.ts does. */
export function JsonLd({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
