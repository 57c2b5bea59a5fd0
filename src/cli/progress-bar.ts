import { Presets, SingleBar } from 'cli-progress';

/** How far a long piece of work is, on standard error, so that standard output stays clean: a bar on a terminal, else a line now and then. */
export interface ProgressBar {
  update(done: number, of: number): void;
  stop(): void;
}

const LINE_EVERY = 10_000;

/** Begins to show some named work, with its rate and the time left. */
export function progressBar(work: string, stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  return stream.isTTY ? terminalBar(work, stream) : lines(work, stream);
}

function terminalBar(work: string, stream: NodeJS.WriteStream): ProgressBar {
  const format = `${work} {bar} {value}/{total} | {rate}/s | {duration_formatted} | {eta_formatted} left`;
  const bar = new SingleBar({ format, stream, noTTYOutput: false, hideCursor: true, etaBuffer: 200 }, Presets.shades_classic);
  const began = performance.now();
  let begun = false;
  return {
    update(done, of) {
      const rate = perSecond(done, began).toFixed(0);
      if (!begun) {
        bar.start(of, done, { rate });
        begun = true;
      }
      bar.update(done, { rate });
    },
    stop() {
      if (begun) {
        bar.stop();
      }
    },
  };
}

/** Where nobody watches, a log may still be read: a line every ten seconds, none for what is over before. */
function lines(work: string, stream: NodeJS.WriteStream): ProgressBar {
  const began = performance.now();
  let last = began;
  return {
    update(done, of) {
      const now = performance.now();
      if (now - last >= LINE_EVERY) {
        last = now;
        const rate = perSecond(done, began);
        const left = rate === 0 ? '' : `, about ${String(Math.ceil((of - done) / rate))} s left`;
        stream.write(`${work}: ${String(done)} of ${String(of)}, ${rate.toFixed(0)} a second${left}\n`);
      }
    },
    stop: () => undefined,
  };
}

function perSecond(done: number, began: number): number {
  const seconds = (performance.now() - began) / 1000;
  return seconds > 0 ? done / seconds : 0;
}
