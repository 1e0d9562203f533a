import { bodyField } from './body-field';
import type { RoundTrip } from './desk-body';
import type { KeystaticKit } from './keystatic-kit';

/**
 * What stands before each text while it makes its way: the editor puts its caret into what comes first, and the caret
 * in a table asks for a document, which only browsers have.
 */
const lead = 'x\n\n';

/** The editor's way from Markdown into its own form and back, by its own code. */
export function roundTripBy(kit: KeystaticKit): RoundTrip {
  const field = bodyField(kit);
  return (text) => {
    const content = new TextEncoder().encode(lead + text);
    const state = field.parse(undefined, { content, other: new Map(), external: new Map(), slug: undefined });
    const written = field.serialize(state, { slug: undefined }).content;
    return new TextDecoder().decode(written).slice(lead.length).trimEnd();
  };
}
