import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

/** What stands here for the services of AWS that a function of OpenNext asks. */
export type AwsServices = {
  /** By which the AWS SDK and OpenNext find them. */
  env: Record<string, string>;
  end(): Promise<void>;
};

type Tag = { path: { S: string }; tag: { S: string }; revalidatedAt: { N: string } };

/**
 * Starts what the function needs of S3 (one bucket, with what the build puts there), DynamoDB (one table, of the tags of
 * pages) and SQS (one queue, which nobody empties) on this machine. Nothing is signed and nothing is kept.
 *
 * @param openNextDir the build, `.open-next`
 */
export async function startAwsServices(openNextDir: string): Promise<AwsServices> {
  const objects = new Map<string, { body: Buffer; at: Date }>();
  const tags: Tag[] = [];

  const getObject = (key: string) => {
    const kept = objects.get(key);
    if (kept) return kept;
    const file = path.join(openNextDir, key.replace(/^_cache\//, 'cache/').replace(/^_assets\//, 'assets/'));
    return existsSync(file) ? { body: readFileSync(file), at: statSync(file).mtime } : undefined;
  };

  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const target = String(request.headers['x-amz-target'] ?? '');
      if (target.startsWith('DynamoDB')) {
        response.setHeader('content-type', 'application/x-amz-json-1.0');
        response.end(JSON.stringify(dynamo(target, body, tags)));
      } else if (target.startsWith('AmazonSQS')) {
        const { MessageBody }: { MessageBody: string } = JSON.parse(body.toString());
        const digest = createHash('md5').update(MessageBody).digest('hex');
        response.setHeader('content-type', 'application/x-amz-json-1.0');
        response.end(JSON.stringify({ MessageId: randomUUID(), MD5OfMessageBody: digest }));
      } else {
        const key = decodeURIComponent(new URL(request.url ?? '/', 'http://s3').pathname.replace(/^\/pages\//, ''));
        if (request.method === 'PUT') {
          objects.set(key, { body, at: new Date() });
          response.end();
        } else if (request.method === 'GET') {
          const object = getObject(key);
          response.statusCode = object ? 200 : 404;
          response.setHeader('content-type', 'application/xml');
          if (object) response.setHeader('last-modified', object.at.toUTCString());
          response.end(object?.body ?? '<Error><Code>NoSuchKey</Code></Error>');
        } else {
          response.statusCode = 501;
          response.end();
        }
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (!bound || typeof bound !== 'object') throw new Error('The system gave no port.');
  const address = `http://127.0.0.1:${bound.port}`;
  return {
    env: {
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: address,
      CACHE_BUCKET_NAME: 'pages',
      CACHE_BUCKET_KEY_PREFIX: '_cache',
      CACHE_BUCKET_REGION: 'us-east-1',
      CACHE_DYNAMO_TABLE: 'tags',
      REVALIDATION_QUEUE_URL: `${address}/queue`,
      REVALIDATION_QUEUE_REGION: 'us-east-1',
    },
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A function that was ended leaves connections behind.
        server.closeAllConnections();
      }),
  };
}

type DynamoRequest = {
  IndexName?: string;
  ExpressionAttributeValues?: Record<string, { S?: string; N?: string }>;
  RequestItems?: Record<string, { PutRequest: { Item: Tag } }[]>;
};

/** The two requests that OpenNext's tag cache makes: rows of a tag or of a page, and rows that are written. */
function dynamo(target: string, body: Buffer, tags: Tag[]): object {
  const request: DynamoRequest = JSON.parse(body.toString());
  if (target.endsWith('.BatchWriteItem')) {
    for (const writes of Object.values(request.RequestItems ?? {})) {
      tags.push(...writes.map(({ PutRequest }) => PutRequest.Item));
    }
    return { UnprocessedItems: {} };
  }
  const values = request.ExpressionAttributeValues ?? {};
  const since = Number(values[':lastModified']?.N ?? -1);
  const items = tags.filter(
    (item) =>
      (values[':key'] === undefined || item.path.S === values[':key'].S) &&
      (values[':tag'] === undefined || item.tag.S === values[':tag'].S) &&
      Number(item.revalidatedAt.N) > since,
  );
  return { Items: items, Count: items.length };
}
