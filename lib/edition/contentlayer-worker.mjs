// A process that holds Contentlayer in memory: its start takes most of two seconds, a run over one story a tenth of one.
// It reads the schema SLUGLINE_SCHEMA at once. Whenever its parent sends a message it builds the folder SLUGLINE_STAGE by
// that, as `contentlayer2 build` does, and answers when it is done; on a mistake it prints what Contentlayer says, and
// ends with status 1. Plain JavaScript, so that it starts without a compiler.
import { generateDotpkg, getConfig, runMain } from 'contentlayer2/core';

const run = runMain({ tracingServiceName: 'slugline', verbose: false });
const reading = readConfig();

process.on('message', async () => {
  const config = await reading;
  await run(generateDotpkg({ config, verbose: false }));
  process.send('done');
});

/** Every batch is new to Contentlayer: what it would remember of the last one only takes time. */
async function readConfig() {
  const config = await run(getConfig({ configPath: process.env.SLUGLINE_SCHEMA }));
  const fetchData = (options) => config.source.fetchData({ ...options, skipCachePersistence: true });
  return { ...config, source: { ...config.source, fetchData } };
}

// Who is killed cannot stop us.
process.on('disconnect', () => process.exit());
