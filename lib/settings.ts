import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isPostgresAddress } from './edition/engine-address.mjs';

/** What the environment says, checked; see “Settings” in README.md. */
export type Settings = {
  /** Where the server listens. */
  port: number;
  /** Where the desk listens, for this machine only. */
  deskPort: number;
  /** The public address, without a slash at its end. */
  siteUrl: string;
  /** The newsroom's folder, absolute. */
  contentDir: string;
  /** Where the edition is: the absolute path of an SQLite file, or postgres://… */
  editionAddress: string;
  /** Signs previews and requests to revalidate; without it there are none. */
  publishSecret: string | undefined;
  /** The running sites that are told of a publication, each without a slash at its end. */
  publishTo: string[];
  /** The Redis by which several instances share their pages; without it each keeps its own. */
  redisUrl: string | undefined;
  /** How the server logs. */
  logFormat: 'text' | 'json';
  /** Where a collector of OpenTelemetry takes traces; without it there are none. */
  otlpEndpoint: string | undefined;
};

/** In characters. */
const minSecretLength = 24;

/**
 * Reads the settings.
 *
 * @param env usually process.env
 * @throws Error with a sentence that names the variable and its mend
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const port = readPort('PORT', env.PORT || '3000');
  const siteUrl = readSiteUrl('SITE_URL', env.SITE_URL || `http://localhost:${port}`);
  const sites = (env.PUBLISH_TO ?? '').split(',').filter((text) => text.trim() !== '');
  return {
    port,
    deskPort: readPort('DESK_PORT', env.DESK_PORT || '3033'),
    siteUrl,
    contentDir: path.resolve(/* turbopackIgnore: true */ process.cwd(), env.CONTENT_DIR || 'content'),
    editionAddress: readEditionAddress(env.EDITION_URL),
    publishSecret: readSecret(env.PUBLISH_SECRET),
    publishTo: sites.length === 0 ? [siteUrl] : readSites(sites),
    redisUrl: readRedisUrl(env.REDIS_URL),
    logFormat: readLogFormat(env.LOG_FORMAT || 'text'),
    otlpEndpoint:
      readCollector('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', env) ?? readCollector('OTEL_EXPORTER_OTLP_ENDPOINT', env),
  };
}

function readPort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) {
    throw new Error(`${name} is “${text}”, which is not a port. Set it to a number from 1 to 65535.`);
  }
  return port;
}

function readSites(texts: string[]): string[] {
  return [...new Set(texts.map((text) => readSiteUrl('PUBLISH_TO', text.trim())))];
}

function readSiteUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new Error(`${name} is “${text}”. Set it to the address of the site alone, such as https://news.example.org.`);
  }
  return url.origin;
}

/** The text of a secret is not repeated in messages: they end up in logs. */
function readSecret(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (text.length < minSecretLength) {
    throw new Error(
      `PUBLISH_SECRET has ${text.length} characters, so it could be guessed. Set it to at least ${minSecretLength}, such as what “openssl rand -hex 32” prints.`,
    );
  }
  return text;
}

function readLogFormat(text: string): Settings['logFormat'] {
  if (text === 'text' || text === 'json') return text;
  throw new Error(`LOG_FORMAT is “${text}”. Set it to “text” or to “json”.`);
}

function readCollector(name: string, env: Record<string, string | undefined>): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return text;
  throw new Error(`${name} is “${text}”. Set it to the HTTP address of a collector, such as http://localhost:4318.`);
}

function readEditionAddress(text: string | undefined): string {
  const cwd = process.cwd();
  if (!text) return path.join(/* turbopackIgnore: true */ cwd, '.slugline', 'edition.db');
  if (isPostgresAddress(text)) {
    // What it says may be a password.
    if (!URL.canParse(text))
      throw new Error(
        'EDITION_URL begins as postgres:// and is not an address. Write postgres://user:password@host/database.',
      );
    return text;
  }
  const base = pathToFileURL(`${cwd}/`);
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  const file = text.startsWith('file:') && url ? decode(url.pathname) : undefined;
  if (!file)
    throw new Error(
      `EDITION_URL is “${text}”. Set it to a SQLite file, such as file:./edition.db, or to a Postgres database, such as postgres://user:password@host/database.`,
    );
  return file;
}

/** What it says may be a password. */
function readRedisUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^rediss?:\/\/./.test(text) || !URL.canParse(text))
    throw new Error(
      'REDIS_URL is not the address of a Redis. Write redis://user:password@host:6379, or rediss:// for TLS.',
    );
  return text;
}

/** Undefined for a “%” that stands for no character. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
