import './load-env.mjs';
import { DocumentCompiler } from '../edition/compile-documents';

/**
 * `npm run publish`: brings the edition up to content/, tells the running sites, and looks until they show it. It ends
 * with status 0 only when every site was seen to.
 *
 *   --dry-run   says what would be published, and changes nothing
 *   --rollback  returns to the edition before the latest publication
 *   --force     publishes the content of an older commit, too
 */
const compiler = new DocumentCompiler(process.cwd());
// Contentlayer starts while the rest is loaded.
if (!process.argv.includes('--rollback')) compiler.warmUp();
try {
  const { publishCommand } = await import('../publish/publish-command');
  process.exitCode = await publishCommand(process.argv.slice(2), compiler);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await compiler.stop();
}
