import { checkServerless } from '../serverless/check-serverless';
import { endOnSignal } from './run-step.mjs';

/**
 * `npm run serverless`: builds as serverless hosts do, in a copy of the project, starts what came of it where nothing may be
 * written, asks it for pages, and prints what it weighs. `-- vercel` and `-- aws` do so for one of them.
 */
endOnSignal();
try {
  process.exitCode = await checkServerless(process.argv.slice(2), process.cwd());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
