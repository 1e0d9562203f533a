/** Git was asked for something that it should know, and failed; the message has its own words. */
export class GitFailure extends Error {
  override name = 'GitFailure';
}
