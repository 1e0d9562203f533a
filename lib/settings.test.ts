import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

it('never repeats the password of a database', () => {
  expect(() => readSettings({ EDITION_URL: 'postgres://desk:sesame@[nowhere/paper' })).toThrow(
    /^(?!.*sesame).*EDITION_URL/,
  );
});

describe('settings', () => {
  it('need nothing', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      siteUrl: 'http://localhost:3000',
      contentDir: path.resolve('content'),
    });
    expect(path.isAbsolute(readSettings({}).editionAddress)).toBe(true);
  });

  it('take an empty value for none', () => {
    expect(readSettings({ PORT: '', SITE_URL: '', CONTENT_DIR: '', EDITION_URL: '' })).toEqual(readSettings({}));
  });

  it('build the address on the port, unless it is given', () => {
    expect(readSettings({ PORT: '8080' }).siteUrl).toBe('http://localhost:8080');
    expect(readSettings({ PORT: '8080', SITE_URL: 'https://news.example.org' }).siteUrl).toBe(
      'https://news.example.org',
    );
  });

  it('give the desk a port of its own', () => {
    expect(readSettings({ PORT: '8080' }).deskPort).toBe(3033);
    expect(readSettings({ DESK_PORT: '8081' }).deskPort).toBe(8081);
    expect(() => readSettings({ DESK_PORT: 'desk' })).toThrow('DESK_PORT is “desk”, which is not a port.');
  });

  it('name several sites to publish to, and the site itself by default', () => {
    expect(readSettings({ SITE_URL: 'https://news.example.org' }).publishTo).toEqual(['https://news.example.org']);
    expect(readSettings({ PUBLISH_TO: 'http://10.0.0.5:3000/, http://10.0.0.6:3000,' }).publishTo).toEqual([
      'http://10.0.0.5:3000',
      'http://10.0.0.6:3000',
    ]);
  });

  it('drop the slash at the end of the address', () => {
    expect(readSettings({ SITE_URL: 'https://news.example.org/' }).siteUrl).toBe('https://news.example.org');
  });

  it('resolve folders and files from where the command runs', () => {
    expect(readSettings({ CONTENT_DIR: '../paper' }).contentDir).toBe(path.resolve('../paper'));
    expect(readSettings({ CONTENT_DIR: '/srv/paper' }).contentDir).toBe('/srv/paper');
    expect(readSettings({ EDITION_URL: 'file:./some/edition.db' }).editionAddress).toBe(
      path.resolve('some/edition.db'),
    );
    expect(readSettings({ EDITION_URL: 'postgres://desk:word@db.example.org/paper' }).editionAddress).toBe(
      'postgres://desk:word@db.example.org/paper',
    );
    expect(readSettings({ EDITION_URL: 'file:/srv/edition.db' }).editionAddress).toBe('/srv/edition.db');
    expect(readSettings({ EDITION_URL: 'file:///srv/my%20edition.db' }).editionAddress).toBe('/srv/my edition.db');
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['EDITION_URL', 'file:./100%.db'],
    ['SITE_URL', 'news.example.org'],
    ['SITE_URL', 'ftp://news.example.org'],
    ['SITE_URL', 'https://news.example.org/paper'],
    ['SITE_URL', 'https://news.example.org/?a=1'],
    ['PUBLISH_TO', 'https://news.example.org,news.example.net'],
    ['EDITION_URL', './edition.db'],
    ['EDITION_URL', 'mysql://localhost/edition'],
    ['LOG_FORMAT', 'xml'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://collector:4317'],
  ])('are refused with a sentence that names them and their mend: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} (is|names) “.*”.* Set it to .*\\.$`));
  });

  it('say how to log and where traces go, the more particular address first', () => {
    expect(readSettings({})).toMatchObject({ logFormat: 'text', otlpEndpoint: undefined });
    expect(readSettings({ LOG_FORMAT: 'json' }).logFormat).toBe('json');
    const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
    expect(readSettings(collector).otlpEndpoint).toBe('http://collector:4318');
    const traces = 'https://traces.example.org/v1/traces';
    expect(readSettings({ ...collector, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces }).otlpEndpoint).toBe(traces);
  });

  it('take a secret, and refuse a short one without repeating it', () => {
    expect(readSettings({}).publishSecret).toBeUndefined();
    const secret = 'k'.repeat(24);
    expect(readSettings({ PUBLISH_SECRET: secret }).publishSecret).toBe(secret);
    expect(() => readSettings({ PUBLISH_SECRET: 'hunter2' })).toThrow(/^PUBLISH_SECRET has 7 characters.* Set it to /);
    expect(() => readSettings({ PUBLISH_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
  });
});
