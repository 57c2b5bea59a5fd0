// Builds, then serves in this same process, so that a signal to it reaches the hub and nothing stands between.
import './build.mjs';

if (process.exitCode === 0) {
  process.argv.splice(2, 0, 'serve');
  await import('../dist/src/main.js');
}
