import { createElement } from 'react';
import { componentRules } from '../mdx/components';
import { asWritten, decodeSource, encodeSource } from './as-written';
import type { TextInput } from './desk-config';
import type { KeystaticKit } from './keystatic-kit';

/**
 * The editor of a body: Markdown, the components of the contract with their props, and passages as they are written.
 *
 * @param pictureInput the input for the address of a picture; text by default
 */
export function bodyField({ fields, wrapper, block }: KeystaticKit, pictureInput: TextInput = (field) => field) {
  const prop = (name: string, isRequired: boolean) => {
    const field = fields.text({ label: name, validation: { isRequired } });
    return name === 'src' ? pictureInput(field) : field;
  };
  const components = Object.entries(componentRules).map(([name, { required, optional, holds }]) => {
    const schema = Object.fromEntries([
      ...required.map((name) => [name, prop(name, true)] as const),
      ...optional.map((name) => [name, prop(name, false)] as const),
    ]);
    return [
      name,
      holds === '' ? block({ label: name, schema }) : wrapper({ label: name, description: `Holds ${holds}`, schema }),
    ];
  });
  const text = fields.text({
    label: 'Markdown',
    description: 'Footnotes, pictures and what else the editor has no button for, as it stands in the file',
    multiline: true,
  });
  const source: typeof text = {
    ...text,
    parse: (value, extra) => text.parse(typeof value === 'string' ? decodeSource(value) : value, extra),
    serialize: (value) => ({ value: encodeSource(value) }),
  };
  return fields.mdx({
    label: 'Text',
    options: { heading: [2, 3, 4, 5, 6], image: false },
    components: {
      ...Object.fromEntries(components),
      [asWritten]: block({
        label: 'As written',
        description: 'Markdown, kept as it is',
        schema: { source },
        ContentView: ({ value }) => createElement('pre', { style: { whiteSpace: 'pre-wrap' } }, value.source),
      }),
    },
  });
}
