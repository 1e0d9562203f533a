import { describe, expect, it } from 'vitest';
import { readRevalidation } from './revalidation';

describe('what a revalidation asks for', () => {
  it('is read', () => {
    expect(readRevalidation('{"paths":["/","/2025/10/25/a-story"]}')).toEqual({
      revalidation: { paths: ['/', '/2025/10/25/a-story'], isEverywhere: false },
    });
    expect(readRevalidation('{"paths":[],"everywhere":true}')).toEqual({
      revalidation: { paths: [], isEverywhere: true },
    });
  });

  it.each([
    ['', /not JSON/],
    ['{', /not JSON/],
    ['null', /no list “paths”/],
    ['[]', /no list “paths”/],
    ['{"paths":"/"}', /no list “paths”/],
    ['{"paths":["about"]}', /^"about" is not a path/],
    ['{"paths":[],"everywhere":1}', /“everywhere” is neither/],
    ['{"paths":[null]}', /^null is not a path/],
    ['{"paths":["/a?b"]}', /is not a path/],
    ['{"paths":["/[year]"]}', /is not a path/],
    [JSON.stringify({ paths: [`/${'a'.repeat(1000)}`] }), /is not a path/],
  ])('is refused in %s', (body, mistake) => {
    expect(readRevalidation(body).mistake).toMatch(mistake);
  });
});
