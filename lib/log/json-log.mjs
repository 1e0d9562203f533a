import { format, stripVTControlCharacters, types } from 'node:util';
import pino from 'pino';

/** Where the log of this process is, whoever asks for it: what starts the server is no part of Next's bundle. */
const place = Symbol.for('slugline.json-log');

/** What is written to the console, and as what. */
const levels = /** @type {const} */ ({ debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' });

/** The signs that Next begins its lines with; the level says the same. */
const signs = /^[▲○⨯⚠✓»\s]+/;

/**
 * The log as JSON lines on the standard output, for LOG_FORMAT=json: one object a line, with `time` (ISO 8601, UTC),
 * `level` and `message`. From the first call on, what anybody writes to the console becomes such a line, too.
 *
 * @returns {import('pino').Logger}
 */
export function jsonLog() {
  return (globalThis[place] ??= startLog());
}

function startLog() {
  const log = pino(
    {
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { error: errorFields },
    },
    // Nothing is lost when the process ends, and a line an answer is little to write.
    pino.destination({ dest: 1, sync: true }),
  );
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...values) => {
      const error = values.find((value) => types.isNativeError(value));
      const said = format(...values.filter((value) => value !== error));
      const message = stripVTControlCharacters(said).replace(signs, '').trimEnd();
      if (error) log[level]({ error }, message || error.message);
      else if (message) log[level](message);
    };
  }
  return log;
}

/** What a database adds to its errors may be of somebody's request. */
function errorFields(error) {
  const { type, message, stack, code } = pino.stdSerializers.err(error);
  return { type, message, stack, code, digest: error.digest };
}
