// A process that holds Contentlayer in memory: its start takes most of two seconds, a run over one story a fifth of
// one. Whenever its parent sends a message it builds the folder SLUGLINE_STAGE by the schema SLUGLINE_SCHEMA, as
// `contentlayer2 build` does, and answers when it is done; on a mistake it prints what Contentlayer says, and ends with
// status 1. Plain JavaScript, so that it starts without a compiler.
import { generateDotpkg, getConfig, runMain } from 'contentlayer2/core';

const run = runMain({ tracingServiceName: 'slugline', verbose: false });

process.on('message', async () => {
  const config = await run(getConfig({ configPath: process.env.SLUGLINE_SCHEMA }));
  await run(generateDotpkg({ config, verbose: false }));
  process.send('done');
});

// Who is killed cannot stop us.
process.on('disconnect', () => process.exit());
