import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tryToWrite } from './try-to-write.mjs';

// A function of an OpenNext build in a process of its own, as Lambda runs it: events come in, results go out. Started with
// the function's folder.

const [folder] = process.argv.slice(2);
process.chdir(folder);
const { handler } = await import(pathToFileURL(path.join(folder, 'index.mjs')).href);
process.on('message', async ({ id, event }) => {
  try {
    process.send({
      id,
      result: await handler(event, { callbackWaitsForEmptyEventLoop: false, awsRequestId: String(id) }),
    });
  } catch (error) {
    process.send({ id, error: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({ written: tryToWrite(folder) });
