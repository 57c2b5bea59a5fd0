import { readFileSync, writeFileSync } from 'node:fs';
import { sealKeysOf } from '../../../src/config/seal-keys.ts';
import { disclosureHash } from '../../../src/gate/disclosure-row.ts';
import { describeFinding, type Finding } from '../../../src/gate/seal/finding.ts';
import { sealRows } from '../../../src/gate/seal/seal-rows.ts';
import { headOf, sealBatch } from '../../../src/gate/seal/seal-head.ts';
import { verifySeals, type Verified } from '../../../src/gate/seal/verify-seals.ts';
import { aSealedHub, aSealKey, type SealedHub } from './a-sealed-hub.ts';

interface Entry {
  readonly log: 'disclosure' | 'audit_event';
  readonly id: string;
  readonly hash: string;
}

describe('verifying the seals', () => {
  let hub: SealedHub;
  /** Three batches of three rows: a disclosure, an event, a disclosure. */
  beforeEach(async () => {
    hub = await aSealedHub();
    for (let batch = 0; batch < 3; batch += 1) {
      await hub.read();
      await hub.decide();
      await hub.read();
      await hub.seal();
    }
  });
  afterEach(() => hub.close());

  const verify = (): Promise<Verified> => verifySeals({ ...hub.parts, keys: hub.keys });
  const found = async (): Promise<readonly Finding[]> => (await verify()).findings;
  const entryAt = async (batch: number, place: number): Promise<Entry> => {
    const { rows } = await hub.superuser.query<Entry>('select log, id, hash from seal_entry where batch = $1 and place = $2', [batch, place]);
    return rows[0] ?? { log: 'disclosure', id: '', hash: '' };
  };
  const sql = (text: string, values: readonly unknown[] = []): Promise<unknown> => hub.superuser.query(text, [...values]);
  const anchorText = (): string => readFileSync(hub.parts.anchors.path, 'utf8');

  it('finds nothing wrong where nothing is', async () => {
    expect(await verify()).toEqual({ findings: [], batches: 3, rows: 9, unsealed: 0, unanchored: 0 });
  });

  it('counts the rows that wait for their seal, and is sure of none of them', async () => {
    await hub.read();
    await hub.decide();
    expect(await verify()).toMatchObject({ findings: [], unsealed: 2 });
  });

  it.each([
    ['who read', `actor = 'somebody else'`],
    ['what was read', `body = '{"classes":[],"controllers":[],"children":[],"objects":[]} '`],
    ['when, by less than the hub writes', `at = at + interval '1 microsecond'`],
    ['its own hash', `hash = 'another'`],
  ])('finds an edit of %s', async (_what, change) => {
    const { id } = await entryAt(2, 3);
    await sql(`update disclosure set ${change} where id = $1`, [id]);
    expect(await found()).toEqual([{ kind: 'EDITED', batch: 2, place: 3, log: 'disclosure', id }]);
  });

  it('finds an edit of an event', async () => {
    const { id } = await entryAt(1, 2);
    await sql(`update audit_event set children = '{}' where id = $1`, [id]);
    expect(await found()).toEqual([{ kind: 'EDITED', batch: 1, place: 2, log: 'audit_event', id }]);
  });

  it('finds an edit whose hash was made again in the row and in the seal', async () => {
    const { id } = await entryAt(2, 1);
    const { rows } = await hub.superuser.query<Record<string, unknown>>(`update disclosure set actor = 'somebody else' where id = $1 returning *, body::text as body`, [id]);
    const [row = {}] = rows;
    const content = 'id at actor agency role purpose lawful_basis operation operation_hash policy_version controllers children outcome'.split(' ').map((name) => row[name]);
    const hash = disclosureHash(content, String(row['body']));
    await sql('update disclosure set hash = $2 where id = $1', [id, hash]);
    await sql('update seal_entry set hash = $2 where id = $1', [id, hash]);
    expect(await found()).toEqual([{ kind: 'BATCH_CHANGED', batch: 2 }]);
  });

  it('finds a deletion', async () => {
    const { id } = await entryAt(2, 1);
    await sql('delete from disclosure where id = $1', [id]);
    expect(await found()).toEqual([{ kind: 'DELETED', batch: 2, place: 1, log: 'disclosure', id }]);
  });

  it('finds a deletion that took the entry with it', async () => {
    const { id } = await entryAt(2, 2);
    await sql('delete from audit_event where id = $1', [id]);
    await sql('delete from seal_entry where id = $1', [id]);
    expect(await found()).toEqual([{ kind: 'ENTRY_GONE', batch: 2, place: 2 }]);
  });

  const anEvent = `insert into audit_event select gen_random_uuid(), $1, 'DECISION', 'a', 'a', 'a', '{}', '{}', 'a' returning id, hash`;

  it('finds a row put into a stretch that was sealed, before and after the sealer meets it', async () => {
    hub.now += 3 * 3_600_000;
    await hub.read();
    await hub.seal();
    const { rows } = await hub.superuser.query<Entry>(anEvent, [new Date(hub.now - 3 * 3_600_000)]);
    const { id } = rows[0] ?? { id: '' };
    expect(await found()).toEqual([{ kind: 'INSERTED', log: 'audit_event', id }]);
    await hub.read();
    await hub.seal();
    expect(await found()).toEqual([{ kind: 'INSERTED', log: 'audit_event', id }]);
  });

  it('finds it also where a sealer that started anew has sealed it', async () => {
    const { rows } = await hub.superuser.query<Entry>(anEvent, [new Date(hub.now - 3 * 3_600_000)]);
    const { id } = rows[0] ?? { id: '' };
    await sealRows(hub.parts, { everything: true });
    expect(await found()).toContainEqual({ kind: 'INSERTED', batch: 4, place: 1, log: 'audit_event', id });
  });

  it('finds an entry put into a sealed batch', async () => {
    const { rows } = await hub.superuser.query<Entry>(anEvent, [new Date(hub.now)]);
    const { id = '', hash = '' } = rows[0] ?? {};
    await sql('update seal_entry set place = place + 100 where batch = 2 and place > 1');
    await sql('update seal_entry set place = place - 99 where batch = 2 and place > 1');
    await sql(`insert into seal_entry values ('audit_event', $1, 2, 2, $2)`, [id, hash]);
    expect(await found()).toEqual(expect.arrayContaining([{ kind: 'ENTRY_ADDED', batch: 2, place: 2, log: 'audit_event', id }]));
  });

  it('finds a reordering', async () => {
    const { id } = await entryAt(3, 2);
    await sql('update seal_entry set place = 99 where batch = 3 and place = 1');
    await sql('update seal_entry set place = 1 where batch = 3 and place = 2');
    await sql('update seal_entry set place = 2 where batch = 3 and place = 99');
    expect(await found()).toEqual([{ kind: 'REORDERED', batch: 3, place: 1, log: 'audit_event', id }]);
  });

  const cutFrom = async (batch: number): Promise<void> => {
    await sql('delete from disclosure where id in (select id from seal_entry where batch >= $1)', [batch]);
    await sql('delete from audit_event where id in (select id from seal_entry where batch >= $1)', [batch]);
    await sql('delete from seal_entry where batch >= $1', [batch]);
    await sql('delete from seal_anchor where number >= $1', [batch]);
    await sql('delete from seal_batch where number >= $1', [batch]);
  };

  it('finds a cut tail by the anchors, although what is left is whole', async () => {
    await cutFrom(2);
    expect(await found()).toEqual([{ kind: 'TAIL_CUT', line: 2, batch: 2 }]);
  });

  it('finds a tail that was cut and sealed anew', async () => {
    await cutFrom(3);
    await hub.read();
    await hub.seal();
    expect(await found()).toEqual([{ kind: 'ANCHOR_DIFFERS', line: 3, batch: 3 }]);
  });

  it('finds a batch taken out of the middle', async () => {
    await sql('delete from seal_entry where batch = 2');
    await sql('delete from seal_anchor where number = 2');
    await sql('delete from seal_batch where number = 2');
    expect(await found()).toEqual(expect.arrayContaining([{ kind: 'BATCH_GONE', batch: 2 }]));
  });

  it('finds a seal signed by another key, whatever key it names', async () => {
    const forger = sealKeysOf([aSealKey('seal-1')]);
    const [entries, [batch]] = await Promise.all([
      hub.superuser.query<Entry>('select log, id, hash from seal_entry where batch = 3 order by place'),
      hub.superuser.query<{ previous: string; through: Date; sealed_at: Date }>('select * from seal_batch where number = 3').then(({ rows }) => rows),
    ]);
    const forged = sealBatch(
      { number: 3, previous: batch?.previous ?? '', through: batch?.through.toISOString() ?? '', sealedAt: batch?.sealed_at.toISOString() ?? '', entries: entries.rows },
      forger,
    );
    await sql('update seal_batch set signature = $1, kid = $2 where number = 3', [forged.signature, forged.kid]);
    expect(await found()).toEqual([{ kind: 'FORGED', batch: 3 }]);
    await sql(`update seal_batch set kid = 'unknown' where number = 3`);
    expect(await found()).toEqual([{ kind: 'FORGED', batch: 3 }]);
  });

  it('finds a batch resealed by whoever has no key', async () => {
    const { id } = await entryAt(1, 1);
    await sql('delete from disclosure where id = $1', [id]);
    await sql('delete from seal_entry where id = $1', [id]);
    await sql('update seal_entry set place = place - 1 where batch = 1');
    const { rows } = await hub.superuser.query<Entry>('select log, id, hash from seal_entry where batch = 1 order by place');
    const [batch] = (await hub.superuser.query<{ through: Date; sealed_at: Date }>('select * from seal_batch where number = 1')).rows;
    const head = headOf({ number: 1, previous: '', through: batch?.through.toISOString() ?? '', sealedAt: batch?.sealed_at.toISOString() ?? '', entries: rows });
    await sql('update seal_batch set head = $1, entries = 2 where number = 1', [head]);
    expect((await found()).map(({ kind, batch: at, line }) => ({ kind, batch: at, line }))).toEqual([
      { kind: 'FORGED', batch: 1 },
      { kind: 'CHAIN_BROKEN', batch: 2 },
      { kind: 'ANCHOR_DIFFERS', line: 1, batch: 1 },
    ]);
  });

  it('believes seals of a key that was rotated out, and none of a key that is not there', async () => {
    const before = aSealKey('seal-0');
    hub.keys = sealKeysOf([before]);
    await hub.read();
    await hub.seal();
    hub.keys = { current: sealKeysOf([aSealKey('seal-2')]).current, known: new Map([...hub.keys.known]) };
    expect((await found()).map(({ kind }) => kind)).toEqual(['FORGED', 'FORGED', 'FORGED', 'ANCHOR_EDITED', 'ANCHOR_EDITED', 'ANCHOR_EDITED']);
  });

  it.each([
    ['a head', (text: string) => text.replace(/"head":"./, '"head":"x')],
    ['a time', (text: string) => text.replace('"at":"2026', '"at":"2025')],
    ['a line that cannot be read', (text: string) => text.replace('{"number":1', 'number 1')],
  ])('finds an anchor file edited in %s', async (_what, edit) => {
    writeFileSync(hub.parts.anchors.path, edit(anchorText()));
    expect(await found()).toEqual([{ kind: 'ANCHOR_EDITED', line: 1 }]);
  });

  it('finds an anchor taken out between others', async () => {
    writeFileSync(hub.parts.anchors.path, anchorText().replace(/^{"number":2.*\n/m, ''));
    expect(await found()).toEqual([{ kind: 'ANCHOR_GONE', line: 2, batch: 2 }]);
  });

  it('says how many batches no anchor vouches for', async () => {
    writeFileSync(hub.parts.anchors.path, anchorText().replace(/^{"number":[23].*\n/gm, ''));
    expect(await verify()).toMatchObject({ findings: [], unanchored: 2 });
  });

  it('says what is wrong and where in words', () => {
    expect(describeFinding({ kind: 'DELETED', batch: 2, place: 1, log: 'disclosure', id: 'an-id' })).toBe('DELETED at batch 2, place 1, disclosure an-id: a sealed row is gone.');
    expect(describeFinding({ kind: 'TAIL_CUT', line: 2, batch: 7 })).toMatch(/^TAIL_CUT at anchor line 2, batch 7: the anchors name a later batch/);
  });
});
