import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

function schema(fileName: string) {
  return { fileName, contents: readFileSync(new URL(`schema/${fileName}`, import.meta.url), 'utf8') };
}

/** What libxml2 finds wrong with a sitemap, by the schema of its protocol. */
export async function schemaErrors(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'file.xml', contents: xml },
    schema: [schema('sitemap.xsd')],
    preload: [schema('news.xsd')],
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}
