import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AnchorFile } from '../../../src/gate/seal/anchor-file.ts';
import { anchorSeals } from '../../../src/gate/seal/anchor-seals.ts';
import { startSealing, type Sealing } from '../../../src/gate/seal/sealing.ts';
import { verifySeals } from '../../../src/gate/seal/verify-seals.ts';
import { aSealedHub, type SealedHub } from './a-sealed-hub.ts';

describe('the sealer in the background', () => {
  let hub: SealedHub;
  let sealing: Sealing | null;
  beforeEach(async () => {
    hub = await aSealedHub();
    sealing = null;
  });
  afterEach(async () => {
    await sealing?.stop();
    await hub.close();
  });

  const start = (parts: Partial<SealedHub['parts']> = {}, patienceMs = 5000): Sealing => {
    // Spread would read the keys once; the hub may rotate them.
    sealing = startSealing(Object.assign(Object.create(hub.parts) as SealedHub['parts'], parts), { intervalMs: 3_600_000, patienceMs });
    return sealing;
  };
  const count = async (table: string): Promise<number> => (await hub.superuser.query(`select from ${table}`)).rowCount ?? 0;
  const path = (): string => hub.parts.anchors.path;
  /** Where the file should be stands a folder: nothing can be written there, not even by root. */
  const blockAnchors = (): void => {
    mkdirSync(path());
  };

  it('seals and anchors what waits', async () => {
    await hub.read();
    await start().now();
    expect([await count('seal_entry'), await count('seal_anchor'), hub.logged]).toEqual([1, 1, []]);
  });

  it('looks at its first turn for rows of any age', async () => {
    await hub.read();
    await hub.seal();
    hub.now -= 30 * 24 * 3_600_000;
    await hub.decide();
    await start().now();
    expect(await count('seal_entry')).toBe(2);
  });

  it('alarms once where anchoring fails; rows stay sealed and unanchored, and reads go on', async () => {
    blockAnchors();
    await hub.read();
    const running = start();
    await running.now();
    await running.now();
    expect([await count('seal_entry'), await count('seal_anchor'), hub.logged]).toEqual([1, 0, ['anchor-late']]);
    await hub.read();
    expect(await count('disclosure')).toBe(2);
  });

  it('anchors everything that is late once it can, and may alarm again', async () => {
    blockAnchors();
    const running = start();
    await hub.read();
    await running.now();
    await hub.read();
    await running.now();
    rmSync(path(), { recursive: true });
    await running.now();
    expect([await count('seal_anchor'), (await hub.parts.anchors.lines()).length]).toEqual([2, 2]);
    expect(await verifySeals({ ...hub.parts, keys: hub.keys })).toMatchObject({ findings: [], unanchored: 0 });
  });

  it('waits no longer than its patience for storage that hangs, and then goes on sealing', async () => {
    const hanging = new AnchorFile(path());
    let answer = (): void => undefined;
    hanging.append = () => new Promise((resolve) => (answer = resolve));
    const running = start({ anchors: hanging }, 50);
    await hub.read();
    await running.now();
    await hub.read();
    await running.now();
    expect([await count('seal_entry'), hub.logged]).toEqual([2, ['anchor-late']]);
    answer();
  });

  it('alarms where sealing itself fails, and reads go on', async () => {
    await hub.superuser.query('alter table seal_batch rename to seal_batch_away');
    await hub.read();
    await start().now();
    expect(hub.logged).toEqual(['seal-failed']);
    await hub.read();
    await hub.superuser.query('alter table seal_batch_away rename to seal_batch');
    expect(await count('disclosure')).toBe(2);
  });

  describe('and a file of anchors that is not its own', () => {
    beforeEach(async () => {
      await hub.read();
      await hub.seal();
      await hub.read();
      await hub.seal();
    });

    it('adds nothing to one that was taken away, so that a cut cannot be covered, until a person begins it anew', async () => {
      rmSync(path());
      await hub.read();
      await start().now();
      expect([hub.logged, await hub.parts.anchors.lines()]).toEqual([['anchor-differs'], []]);
      expect(await anchorSeals(hub.parts, { anew: true })).toBe('ANCHORED');
      expect(await hub.parts.anchors.lines()).toHaveLength(3);
    });

    it('adds nothing to one that names other seals', async () => {
      writeFileSync(path(), readFileSync(path(), 'utf8').replaceAll(/"head":"./g, '"head":"x'));
      await hub.read();
      await start().now();
      expect([hub.logged, (await hub.parts.anchors.lines()).length]).toEqual([['anchor-differs'], 2]);
    });

    it('adds nothing to one that is ahead of a database restored from a backup', async () => {
      await hub.superuser.query('delete from seal_anchor where number = 2; delete from seal_entry where batch = 2; delete from seal_batch where number = 2');
      await start().now();
      expect(hub.logged).toEqual(['anchor-differs']);
    });

    it('takes no line that broke off for one, and writes the next beside it', async () => {
      const whole = readFileSync(path(), 'utf8');
      writeFileSync(path(), whole.slice(0, -30));
      await hub.superuser.query('delete from seal_anchor where number = 2');
      await start().now();
      expect((await hub.parts.anchors.lines()).map(({ seal }) => seal?.number)).toEqual([1, 2]);
      expect(await verifySeals({ ...hub.parts, keys: hub.keys })).toMatchObject({ findings: [], unanchored: 0 });
    });

    it('alarms where the last line cannot be read', async () => {
      appendFileSync(path(), 'nonsense\n');
      await hub.read();
      await start().now();
      expect(hub.logged).toEqual(['anchor-late']);
    });

    it('reads the last line of a long file', async () => {
      const whole = readFileSync(path(), 'utf8');
      writeFileSync(path(), whole.repeat(100));
      expect(await hub.parts.anchors.last()).toMatchObject({ number: 2 });
    });
  });
});
