/** An event of API Gateway's HTTP APIs and of Lambda's function URLs, payload format 2.0, as far as OpenNext reads it. */
export type LambdaEvent = ReturnType<typeof lambdaEvent>;

/**
 * The event by which AWS hands a reader's GET request to a function.
 *
 * @param url as the reader asks for it
 * @param headers with names in small letters
 */
export function lambdaEvent(url: URL, headers: Record<string, string>, now: Date) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { host: url.host, 'x-forwarded-host': url.host, 'x-forwarded-proto': 'https', ...headers },
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: url.hostname.split('.')[0] ?? '',
      http: {
        method: 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: 'local',
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    isBase64Encoded: false,
  };
}
