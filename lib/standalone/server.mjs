// `node server.js`, in the folder that `npm run standalone` makes: there this file is server.js, and the server that Next
// made is next-server.js.

import './lib/log/start-log.mjs';

// How it ends is in lib/server/end-gracefully.ts.
process.env.NEXT_MANUAL_SIG_HANDLE ??= 'true';
await import('./next-server.js');
