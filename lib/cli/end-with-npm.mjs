// A signal that ends `npm run …` reaches the shell that npm starts, and that does not hand it on: the server would live
// on and hold its port. So what npm started ends when that shell is gone.

if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
