import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on standard error, so that standard output stays clean; silent where nobody watches a terminal. */
export interface ProgressBar {
  update(done: number, of: number): void;
  stop(): void;
}

/** Begins a bar for some named work, with rate and time left. */
export function progressBar(work: string): ProgressBar {
  const format = `${work} {bar} {value}/{total} | {duration_formatted} | {eta_formatted} left`;
  const bar = new SingleBar({ format, stream: process.stderr, noTTYOutput: false, hideCursor: true, etaBuffer: 200 }, Presets.shades_classic);
  let begun = false;
  return {
    update(done, of) {
      if (!begun) {
        bar.start(of, done);
        begun = true;
      }
      bar.update(done);
    },
    stop() {
      if (begun) {
        bar.stop();
      }
    },
  };
}
