import { readFileSync } from 'node:fs';
import { isGenuine } from '../../../src/gate/seal/seal-head.ts';
import { sealRows } from '../../../src/gate/seal/seal-rows.ts';
import { asOnlyOne } from '../../../src/store/write/as-only-one.ts';
import { aSealedHub, type SealedHub } from './a-sealed-hub.ts';

describe('sealing', () => {
  let hub: SealedHub;
  beforeEach(async () => {
    hub = await aSealedHub();
  });
  afterEach(() => hub.close());

  const batches = async (): Promise<Record<string, unknown>[]> => (await hub.superuser.query('select * from seal_batch order by number')).rows as Record<string, unknown>[];
  const places = async (): Promise<string[]> =>
    (await hub.superuser.query<{ entry: string }>(`select batch || '.' || place || ' ' || log as entry from seal_entry order by batch, place`)).rows.map(({ entry }) => entry);

  it('numbers the rows of both logs in the order of their time', async () => {
    await hub.read();
    await hub.decide();
    await hub.read();
    expect(await hub.seal()).toBe(3);
    expect(await places()).toEqual(['1.1 disclosure', '1.2 audit_event', '1.3 disclosure']);
  });

  it('seals each row once, and makes no batch of nothing', async () => {
    await hub.read();
    expect([await hub.seal(), await hub.seal()]).toEqual([1, 0]);
    await hub.read();
    await hub.seal();
    expect(await places()).toEqual(['1.1 disclosure', '2.1 disclosure']);
  });

  it('goes on while documents are taken, which may last', async () => {
    await hub.read();
    expect(await asOnlyOne(hub.db.database, 'TAKING', () => sealRows(hub.parts, { everything: true }))).toBe(1);
  });

  it('chains each batch to the one before', async () => {
    for (let n = 0; n < 3; n += 1) {
      await hub.read();
      await hub.seal();
    }
    const [first, second, third] = await batches();
    expect([first?.['previous'], second?.['previous'], third?.['previous']]).toEqual(['', first?.['head'], second?.['head']]);
  });

  it('seals a row that was committed late, with an earlier time, in a later batch', async () => {
    await hub.read();
    await hub.seal();
    await hub.decide(hub.now - 120_000);
    expect(await hub.seal()).toBe(1);
    expect(await places()).toEqual(['1.1 disclosure', '2.1 audit_event']);
  });

  it('goes on over a thousand rows, and through the time of the last until it has them all', async () => {
    await hub.superuser.query(`insert into audit_event select gen_random_uuid(), $1::timestamptz + n * interval '1 millisecond', 'QUESTION', '', '', '', '{}', '{}', n::text from generate_series(1, 1500) n`, [new Date(hub.now)]);
    hub.now += 60_000;
    expect(await hub.seal()).toBe(1500);
    const [first, second] = await batches();
    expect([first?.['entries'], second?.['entries']]).toEqual([1000, 500]);
    expect([first?.['through'], second?.['through']]).toEqual([new Date(hub.now - 120_000 + 1000), new Date(hub.now - 60_000)]);
  });

  it('signs with the latest key, and the file of anchors holds every seal', async () => {
    await hub.read();
    await hub.seal();
    await hub.decide();
    await hub.seal();
    const anchored = await hub.parts.anchors.lines();
    expect(anchored.map(({ seal }) => seal?.number)).toEqual([1, 2]);
    expect(anchored.map(({ seal }) => seal !== null && isGenuine(seal, hub.keys))).toEqual([true, true]);
    expect(readFileSync(hub.parts.anchors.path, 'utf8')).toMatch(/^{"number":1,"head":"[0-9a-f]{64}","signature":".{86}","kid":"seal-1","at":"2026-11-20T08:00:01.000Z"}\n{"number":2/);
    expect((await hub.superuser.query('select number from seal_anchor order by 1')).rows).toEqual([{ number: 1 }, { number: 2 }]);
  });

  it('is done by one sealer at a time', async () => {
    await Promise.all(Array.from({ length: 10 }, () => hub.read()));
    const sealed = await Promise.all(Array.from({ length: 4 }, () => sealRows(hub.parts, { everything: true })));
    expect(sealed.reduce<number>((sum, rows) => sum + (rows ?? 0), 0)).toBe(10);
    expect(await batches()).toHaveLength(1);
  });
});
