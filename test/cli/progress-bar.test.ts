import { PassThrough } from 'node:stream';
import { progressBar } from '../../src/cli/progress-bar.ts';

/** A terminal that keeps what is written to it. */
function aTerminal(): { readonly stream: NodeJS.WriteStream; readonly shown: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 200, cursorTo: () => true, clearLine: () => true, moveCursor: () => true });
  const parts: string[] = [];
  stream.on('data', (part: Buffer) => parts.push(part.toString('utf8')));
  // What the bar uses of a terminal is there.
  return { stream: stream as unknown as NodeJS.WriteStream, shown: () => parts.join('') };
}

describe('the bar of a long piece of work', () => {
  it('says what is stored before anything is taken, and no time left that nobody knows', async () => {
    const { stream, shown } = aTerminal();
    const bar = progressBar('Taking in', stream);
    bar.update(0, 50, '20 stored');
    bar.stop();
    await new Promise(setImmediate);
    expect(shown()).toContain('0/50 (20 stored)');
    expect(shown()).toContain('| ? left');
    expect(shown()).not.toContain('NF');
  });

  it('listens for no interruption once it has stopped', () => {
    const before = process.listenerCount('SIGINT');
    const bar = progressBar('Taking in', aTerminal().stream);
    bar.update(1, 2);
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    bar.stop();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
