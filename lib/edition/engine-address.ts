/** Whether an edition's address is that of a Postgres database; all others are SQLite files. */
export function isPostgresAddress(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** An address as messages name it: without a password. */
export function spokenAddress(address: string): string {
  if (!isPostgresAddress(address)) return address;
  const url = new URL(address);
  url.password = '';
  return url.href;
}
