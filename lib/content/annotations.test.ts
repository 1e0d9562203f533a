import path from 'node:path';
import { expect, it } from 'vitest';
import { annotations } from './annotations';

it('name the file from the root of the repository, with its line and column', () => {
  const file = 'content/articles/2026/11/seoul.mdx';
  const problem = { file, line: 4, column: 12, message: 'There is no author “x”.' };
  expect(annotations([problem], process.cwd())).toEqual([
    `::error file=${file},line=4,col=12,title=Content::There is no author “x”.`,
  ]);
  expect(annotations([problem], path.dirname(process.cwd()))).toEqual([
    `::error file=${path.basename(process.cwd())}/${file},line=4,col=12,title=Content::There is no author “x”.`,
  ]);
});

it('name a file outside of the repository by its whole path', () => {
  const problem = { file: '/srv/paper/site.yaml', line: 1, column: 1, message: 'Mend it.' };
  expect(annotations([problem], '/srv/repository')).toEqual([
    '::error file=/srv/paper/site.yaml,line=1,col=1,title=Content::Mend it.',
  ]);
});

it('cannot be ended or continued by what a file is called, or what it says', () => {
  const problem = { file: 'a,b:c%.mdx', line: 1, column: 1, message: '100 %\n::error::forged\r' };
  expect(annotations([problem], process.cwd())).toEqual([
    '::error file=a%2Cb%3Ac%25.mdx,line=1,col=1,title=Content::100 %25%0A::error::forged%0D',
  ]);
});
