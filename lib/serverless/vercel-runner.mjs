import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { tryToWrite } from './try-to-write.mjs';

// One function of a Vercel build in a process of its own, as that host runs it: the module that .vc-config.json names
// exports what answers a request of Node's. Started with the function's folder and the name of that module.

const [folder, handler] = process.argv.slice(2);
process.chdir(folder);
const answer = createRequire(path.join(folder, handler))(path.join(folder, handler));
const server = createServer((request, response) => {
  Promise.resolve(answer(request, response)).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port, written: tryToWrite(folder) }));
process.on('disconnect', () => process.exit());
