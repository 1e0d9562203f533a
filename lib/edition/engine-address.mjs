/**
 * Whether an edition's address is that of a Postgres database; all others are SQLite files.
 *
 * @param {string} address
 */
export function isPostgresAddress(address) {
  return /^postgres(ql)?:\/\//.test(address);
}

/**
 * An address as messages name it: without a password.
 *
 * @param {string} address
 */
export function spokenAddress(address) {
  if (!isPostgresAddress(address)) return address;
  const url = new URL(address);
  url.password = '';
  return url.href;
}
