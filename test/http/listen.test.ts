import { listen } from '../../src/http/listen.ts';

const HOST = '127.0.0.1';

describe('listening', () => {
  it('says which port is in use and what to do about it', async () => {
    const first = await listen(() => undefined, { host: HOST, port: 0 });
    await expect(listen(() => undefined, { host: HOST, port: first.port })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: `Port ${String(first.port)}: The port is in use. Stop what uses it, or set PORT to a free one, such as 4001.`,
    });
    await first.stop(0);
  });

  it('says when the address is not of this machine', async () => {
    await expect(listen(() => undefined, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('finishes a request under way before it stops, and takes no new one', async () => {
    let finish = (): void => undefined;
    let begun = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const { port, stop } = await listen(
      (_request, response) => {
        begun();
        finish = () => response.end('done');
      },
      { host: HOST, port: 0 },
    );
    const url = `http://${HOST}:${String(port)}/`;
    const answer = fetch(url);
    await arrived;
    const stopped = stop(60_000);
    await expect(fetch(url)).rejects.toThrow();
    finish();
    expect(await (await answer).text()).toBe('done');
    await stopped;
  });

  it('ends a request that outlasts its patience', async () => {
    let begun = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const { port, stop } = await listen(
      () => {
        begun();
      },
      { host: HOST, port: 0 },
    );
    const answer = fetch(`http://${HOST}:${String(port)}/`);
    const ended = expect(answer).rejects.toThrow();
    await arrived;
    await stop(1);
    await ended;
  });
});
