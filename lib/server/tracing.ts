import { diag, DiagConsoleLogger, DiagLogLevel } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type Span, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { pathAlone } from '../log/log-requests';
import { requestAtHand } from '../log/request-at-hand';

/** Attributes in which Next notes an address with what was searched for. */
const addresses = ['http.target', 'http.url', 'url.full'];

/**
 * Sends Next's spans to an OpenTelemetry collector, as JSON over HTTP. The standard variables say where, as whom and how
 * many: OTEL_EXPORTER_OTLP_…, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER.
 *
 * @returns what sends the last of them
 */
export function startTracing(): () => Promise<void> {
  diag.setLogger(new DiagConsoleLogger(), DiagLogLevel.ERROR);
  const ours = resourceFromAttributes({ 'service.name': 'slugline' });
  const provider = new NodeTracerProvider({
    resource: ours.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [withoutQueries, new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return () => provider.shutdown();
}

/** Tells the log of a request its trace, and keeps from the collector what a reader searched for. */
const withoutQueries: SpanProcessor = {
  onStart(span: Span) {
    const request = requestAtHand.getStore();
    if (request) request.traceId ??= span.spanContext().traceId;
    for (const name of addresses) {
      const value = span.attributes[name];
      if (typeof value === 'string') span.setAttribute(name, pathAlone(value));
    }
  },
  onEnd() {},
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};
