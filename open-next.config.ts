import { Writable } from 'node:stream';
import { version as sharp } from './node_modules/sharp/package.json';

type Event = { type?: string };
type Answer = { headers: Record<string, string | string[]> };
type Handler = (request: unknown, options: { streamCreator: { writeHeaders(): Writable } }) => Promise<Answer>;
type Converter = {
  convertFrom(event: Event): Promise<unknown>;
  convertTo(answer: Answer, event: Event): Promise<unknown>;
};

/**
 * OpenNext's own wrapper for Lambda, but for one thing: it has a cache in front keep every page for another 30 days while
 * it is made anew. That is 10 s here, what is left of `expireTime` in next.config.js.
 */
const lambda = {
  name: 'aws-lambda',
  supportStreaming: false,
  wrapper: (handler: Handler, converter: Converter) => async (event: Event) => {
    // From OpenNext's warmer, which keeps functions from going cold.
    if (event.type === 'warmer') return { type: 'warmer', serverId: 'default' };
    // Node ends without a word where nobody reads the answer's stream.
    const unread = () => new Writable({ write: (_chunk, _encoding, done) => done() });
    const answer = await handler(await converter.convertFrom(event), { streamCreator: { writeHeaders: unread } });
    const kept = answer.headers['cache-control'];
    if (kept) {
      answer.headers['cache-control'] = String(kept).replace(/stale-while-revalidate=\d+/, 'stale-while-revalidate=10');
    }
    return converter.convertTo(answer, event);
  },
};

/**
 * What OpenNext makes for AWS. Pages that were made are kept in S3, made anew through SQS, and told of publications by
 * DynamoDB, which are its defaults. It takes Next's cache over, so next.config.js leaves ours out. See
 * docs/decisions/serverless.md.
 */
export default {
  default: {
    override: { wrapper: () => lambda },
    // OpenNext takes sharp out of the server function. Social images, icons and cut pictures are drawn there.
    install: { packages: [`sharp@${sharp}`], arch: 'x64', libc: 'glibc' },
  },
  // Pictures are answers of the site and no files in S3: the function asks the host that the variable HOST names for them.
  imageOptimization: { loader: 'host' },
  buildCommand: 'SERVERLESS_HOST=aws npm run build',
};
