/** Puts values into a message: “Page {page} of {pages}”. A name without a value stays as it is, for all to see. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replaceAll(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name));
}
