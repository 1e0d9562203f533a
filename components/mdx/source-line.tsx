type Props = { source?: string; sourceUrl?: string };

/** Where figures come from, below a table or a chart. */
export function SourceLine({ source, sourceUrl }: Props) {
  if (!source && !sourceUrl) return null;
  const name = source ?? sourceUrl;
  return <p className="data-table-source">Source: {sourceUrl ? <a href={sourceUrl}>{name}</a> : name}</p>;
}
