// Before Next is loaded, so that its first lines are as all others. Whether the setting is right is seen after that.

if (process.env.LOG_FORMAT === 'json') {
  const { jsonLog } = await import('./json-log.mjs');
  jsonLog();
}
