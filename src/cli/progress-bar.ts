import { Presets, SingleBar } from 'cli-progress';

/** How far a long piece of work is, on standard error, so that standard output stays clean: a bar on a terminal, else a line now and then. */
export interface ProgressBar {
  /** What else there is to say of it stands beside. */
  update(done: number, of: number, beside?: string): void;
  stop(): void;
}

const LINE_EVERY = 10_000;

/** Begins to show some named work, with its rate and the time left. */
export function progressBar(work: string, stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  return stream.isTTY ? terminalBar(work, stream) : lines(work, stream);
}

function terminalBar(work: string, stream: NodeJS.WriteStream): ProgressBar {
  const format = `${work} {bar} {value}/{total}{beside} | {rate}/s | {duration_formatted} | {eta_formatted} left`;
  const bar = new SingleBar({ format, stream, noTTYOutput: false, hideCursor: true, etaBuffer: 200, formatTime }, Presets.shades_classic);
  const began = performance.now();
  let begun = false;
  // The bar hides the cursor: a terminal is not left like that, and the signal goes on to end the process.
  const cutOff = (): void => {
    bar.stop();
    stream.write(`${work} was cut off. What was done is kept; the same command again goes on from there.\n`);
    process.kill(process.pid, 'SIGINT');
  };
  return {
    update(done, of, beside) {
      const shown = { rate: perSecond(done, began).toFixed(0), beside: beside === undefined ? '' : ` (${beside})` };
      if (!begun) {
        process.once('SIGINT', cutOff);
        bar.start(of, done, shown);
        begun = true;
      }
      bar.update(done, shown);
    },
    stop() {
      process.off('SIGINT', cutOff);
      if (begun) {
        bar.stop();
      }
    },
  };
}

/** Nobody knows how long it takes before the first is done. */
function formatTime(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    return '?';
  }
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  return minutes === 0 ? `${String(rest)}s` : `${String(minutes)}m ${String(rest)}s`;
}

/** Where nobody watches, a log may still be read: a line every ten seconds, none for what is over before. */
function lines(work: string, stream: NodeJS.WriteStream): ProgressBar {
  const began = performance.now();
  let last = began;
  return {
    update(done, of, beside) {
      const now = performance.now();
      if (now - last >= LINE_EVERY) {
        last = now;
        const rate = perSecond(done, began);
        const left = rate === 0 ? '' : `, about ${String(Math.ceil((of - done) / rate))} s left`;
        stream.write(`${work}: ${String(done)} of ${String(of)}${beside === undefined ? '' : ` (${beside})`}, ${rate.toFixed(0)} a second${left}\n`);
      }
    },
    stop: () => undefined,
  };
}

function perSecond(done: number, began: number): number {
  const seconds = (performance.now() - began) / 1000;
  return seconds > 0 ? done / seconds : 0;
}
