import { describe, expect, it } from 'vitest';
import { readPaths } from './revalidation';

describe('the paths of a revalidation', () => {
  it('are read', () => {
    expect(readPaths('{"paths":["/","/2025/10/25/a-story"]}')).toEqual({ paths: ['/', '/2025/10/25/a-story'] });
    expect(readPaths('{"paths":[]}')).toEqual({ paths: [] });
  });

  it.each([
    ['', /not JSON/],
    ['{', /not JSON/],
    ['null', /no list “paths”/],
    ['[]', /no list “paths”/],
    ['{"paths":"/"}', /no list “paths”/],
    ['{"paths":["about"]}', /^"about" is not a path/],
    ['{"paths":[null]}', /^null is not a path/],
    ['{"paths":["/a?b"]}', /is not a path/],
    ['{"paths":["/[year]"]}', /is not a path/],
    [JSON.stringify({ paths: [`/${'a'.repeat(1000)}`] }), /is not a path/],
  ])('are refused in %s', (body, mistake) => {
    expect(readPaths(body).mistake).toMatch(mistake);
  });
});
