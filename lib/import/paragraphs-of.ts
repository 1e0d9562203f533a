/** The paragraphs of a body in MDX, without pictures, headings, tables and bare addresses: what a standfirst may be made of. */
export function paragraphsOf(body: string): string {
  const blocks = body.split(/\n{2,}/);
  const words = blocks.filter((block) => !/^(!\[|<|#|\||\[https?:|[-*_]{3,}|```|\*\*[^*]+\*\*$)/.test(block));
  return words.length > 0 ? words.join('\n\n') : body;
}
