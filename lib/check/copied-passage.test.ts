import { expect, it } from 'vitest';
import { compileBody } from '../mdx/compile-body';
import { copiedPassage } from './copied-passage';

const passage =
  'the board decided on Monday that the eastern quay shall be open again before the first ships of the spring come in and that freight goes by rail until then';
const page = `<html><head><style>p { color: red }</style></head><body><nav>Home</nav><p>On Monday, ${passage}, it said.</p></body></html>`;

function copied(body: string) {
  return copiedPassage(compileBody(body).tree, page);
}

it('is found in whatever case, marks and emphasis it is written', () => {
  const words = passage.split(' ').length;
  expect(copied(`So *much* is new: ${passage.replace('Monday', '**MONDAY**')}!`)).toEqual({
    words,
    beginning: 'the board decided on monday that the eastern quay shall',
  });
});

it.each([
  ['a quotation', `It said: “${passage}.”`],
  ['a quotation in a block', `> ${passage}`],
  ['a pull quote', `<PullQuote>\n\n${passage}\n\n</PullQuote>`],
  ['as many words as may be coincidence', passage.split(' ').slice(0, 25).join(' ')],
  ['another text', 'The quay opens in spring, the board says; until then, trains carry what ships would.'],
])('is none in %s', (_, body) => {
  expect(copied(body)).toBeUndefined();
});

it('begins with the first word more than coincidence', () => {
  expect(copied(passage.split(' ').slice(0, 26).join(' '))?.words).toBe(26);
});
