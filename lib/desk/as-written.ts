import type { RootContent } from 'mdast';

/**
 * The component by which the editor shows a passage that it has no form for. It is only between the server and the
 * editor: files never hold it.
 */
export const asWritten = 'AsWritten';

/** Markdown on one line, since an attribute with a blank line in it is more than some parsers take. */
export function encodeSource(source: string): string {
  return source.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

export function decodeSource(encoded: string): string {
  return encoded.replace(/\\([\\n])/g, (_, character) => (character === 'n' ? '\n' : '\\'));
}

/** The passage that a block of the editor stands for; undefined for every other block. */
export function passageOf(node: RootContent): string | undefined {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== asWritten) return undefined;
  const source = node.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'source',
  );
  return typeof source?.value === 'string' ? decodeSource(source.value) : '';
}
