import { existsSync } from 'node:fs';

// Next reads .env by itself; our own scripts, and the port of `next start`, know only the environment.
// What the environment sets already goes before the file, as it does in Next.

if (existsSync('.env')) process.loadEnvFile('.env');
