// Builds, then serves in this same process.
import './say-building.mjs';
import './build.mjs';

if (process.exitCode === 0) {
  // npm hands a signal to a shell that keeps it: once that shell is gone, nobody else would stop the hub.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      process.kill(process.pid, 'SIGTERM');
    }
  }, 500).unref();
  process.argv.splice(2, 0, 'serve');
  await import('../dist/src/main.js');
}
