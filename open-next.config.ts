import { version as sharp } from './node_modules/sharp/package.json';

/**
 * What OpenNext makes for AWS. Pages that were made are kept in S3, made anew through SQS, and told of publications by
 * DynamoDB, which are its defaults. It takes Next's cache over, so next.config.js leaves ours out. See
 * docs/decisions/serverless.md.
 */
export default {
  default: {
    // OpenNext takes sharp out of the server function. Social images, icons and cut pictures are drawn there.
    install: { packages: [`sharp@${sharp}`], arch: 'x64', libc: 'glibc' },
  },
  // Pictures are answers of the site and no files in S3: the function asks the host that the variable HOST names for them.
  imageOptimization: { loader: 'host' },
  buildCommand: 'SERVERLESS_HOST=aws npm run build',
};
