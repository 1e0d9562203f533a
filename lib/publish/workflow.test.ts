import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const workflow: unknown = parse(readFileSync('.github/workflows/newsroom.yml', 'utf8'));
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

it('checks pull requests, and publishes what comes to the main branch, one after the other', () => {
  expect(workflow).toMatchObject({
    on: { pull_request: null, push: { branches: ['main'] } },
    permissions: { contents: 'read' },
    jobs: {
      check: { if: "github.event_name == 'pull_request'" },
      publish: { if: "github.event_name == 'push'", concurrency: { group: 'publish', 'cancel-in-progress': false } },
    },
  });
});

it('runs commands that there are', () => {
  const commands = [...JSON.stringify(workflow).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(commands).toEqual(['check', 'publish']);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(commands));
});

it('has all of git for the histories of stories, and the secret from where secrets are kept', () => {
  const text = JSON.stringify(workflow);
  expect(text).toContain('"fetch-depth":0');
  expect(text).toContain('"PUBLISH_SECRET":"${{ secrets.PUBLISH_SECRET }}"');
});
