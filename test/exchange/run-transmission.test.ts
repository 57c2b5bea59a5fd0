import { verifyReceipt } from '../../src/exchange/verify-receipt.ts';
import { receiptText } from '../../src/exchange/sign-receipt.ts';
import type { Receipt } from '../../src/exchange/receipt.ts';
import { takeUpAnew } from '../../src/exchange/sweep-transmissions.ts';
import { asWriter } from '../../src/store/database.ts';
import { pausePartner } from '../../src/store/write/transmissions/pause-store.ts';
import { anInterview } from '../actions/a-deciding-hub.ts';
import { KEYS } from './a-receipt.ts';
import { aSendingHub, type SendingHub } from './a-sending-hub.ts';

let hub: SendingHub;
beforeAll(async () => {
  hub = await aSendingHub();
});
afterAll(() => hub.close());
beforeEach(() => {
  hub.network.behaves();
  hub.network.afterPreparing = () => Promise.resolve();
  hub.network.whileSending = () => Promise.resolve();
});

/** How often the tests' receiver holds it: once or never. */
const inEffect = (id: string): number => Number(hub.network.kept.has(id));
const toldOf = async (id: string): Promise<string[]> => (await hub.ingest.rows<{ kind: string }>(`select kind from briefing_notice where about = '${id}' order by raised_at, kind`)).map(({ kind }) => kind);

describe('a transmission that is due', () => {
  it('is sent once, and both signatures stay', async () => {
    const id = await hub.sends();
    await hub.run(id);
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED', tries: 1 });
    expect(await hub.events(id)).toEqual(['RELEASED', 'LEASED', 'SENT', 'RECEIPT_ACCEPTED']);
    const [row] = await hub.ingest.rows<Omit<Receipt, 'receipt'>>(`select sent, received from transmission where id = '${id}'`);
    const reading = row === undefined ? null : await verifyReceipt(receiptText(row.sent, row.received), KEYS);
    expect(reading?.flaws).toEqual([]);
  });

  it('waits until somebody releases it', async () => {
    const id = await hub.sends({ released: false });
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'HELD', holds: ['AWAITS_RELEASE'], tries: 0 });
    await hub.happens(id, { event: 'RELEASED' });
    await hub.run(id);
    expect(inEffect(id)).toBe(1);
  });

  it.each(['FAILS', 'HANGS', 'NOT_NOW', 'THROWS'] as const)('is tried again, and not before its time, where the receiver or the hub %s', async (behaviour) => {
    const id = await hub.sends();
    hub.network.behaves(behaviour);
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'QUEUED', tries: 1 });
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ tries: 1 });
    hub.later(1);
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED', tries: 2 });
    expect(inEffect(id)).toBe(1);
  });

  it('is held once by a receiver that takes it and drops the answer', async () => {
    const id = await hub.sends();
    hub.network.behaves('DROPS');
    await hub.run(id);
    const first = hub.network.kept.get(id);
    hub.later(1);
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
    expect(hub.network.kept.get(id)).toBe(first);
    const [row] = await hub.ingest.rows<{ outcome: string }>(`select received -> 'statement' ->> 'outcome' as outcome from transmission where id = '${id}'`);
    expect(row?.outcome).toBe('ALREADY_HELD');
  });

  it('is given up at once where no further try can help, and the coordinator is told by its id', async () => {
    const id = await hub.sends();
    hub.network.behaves('CANNOT_SAY');
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'DEAD', fault: 'FORMAT_CANNOT_SAY' });
    expect(await toldOf(id)).toEqual(['TRANSMISSION_DEAD']);
    expect(hub.said).toContain('transmission-dead');
  });

  it('is given up after a day of tries', async () => {
    const id = await hub.sends();
    for (let tried = 0; tried < 30; tried += 1) {
      hub.network.behaves('FAILS');
      await hub.run(id);
      hub.later(75);
    }
    expect(await hub.stands(id)).toMatchObject({ state: 'DEAD', tries: 30 });
    expect((await hub.events(id)).at(-1)).toBe('GIVEN_UP');
    expect(await toldOf(id)).toEqual(['TRANSMISSION_DEAD']);
  });

  it('that is refused stays so, with the code the receiver signed', async () => {
    const id = await hub.sends();
    hub.network.behaves('REFUSES');
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'REFUSED', fault: 'SOURCE_UNKNOWN' });
    expect(await toldOf(id)).toEqual(['TRANSMISSION_REFUSED']);
  });
});

describe('what the hub is not set up to send', () => {
  it('is held, not tried; the coordinator is told once what to have mended; and it goes once the hub is started anew', async () => {
    const id = await hub.sends();
    for (let started = 0; started < 2; started += 1) {
      hub.network.behaves('NOT_SET_UP');
      await takeUpAnew(hub.transmitting);
      await hub.run(id);
      expect(await hub.stands(id)).toMatchObject({ state: 'HELD', holds: ['NOT_SET_UP'], fault: 'SECRET_MISSING' });
      hub.later(75);
      await hub.sweep();
      await hub.run(id);
      expect((await hub.events(id)).at(-1)).toBe('NOT_SET_UP');
    }
    expect(await toldOf(id)).toEqual(['TRANSMISSION_NOT_SET_UP']);
    await takeUpAnew(hub.transmitting);
    hub.network.behaves();
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED', fault: null });
    expect(await hub.events(id)).not.toContain('TIMED_OUT');
  });

  it('goes once somebody releases it who knows that it was mended', async () => {
    const id = await hub.sends();
    hub.network.behaves('NOT_SET_UP');
    await hub.run(id);
    await hub.happens(id, { event: 'RELEASED' });
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
  });
});

describe('row 51: what is withdrawn', () => {
  it('before it is taken never leaves', async () => {
    const id = await hub.sends();
    await hub.happens(id, { event: 'WITHDRAWN' });
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'HELD', holds: ['WITHDRAWN'], withdrawnTooLate: false });
    expect(inEffect(id)).toBe(0);
  });

  it('after it was prepared and before it left does not leave', async () => {
    const id = await hub.sends();
    const { left } = hub.network;
    hub.network.afterPreparing = async () => {
      expect(await hub.happens(id, { event: 'WITHDRAWN' })).toBe(true);
    };
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'HELD', holds: ['WITHDRAWN'], withdrawnTooLate: false });
    expect(hub.network.left).toBe(left);
  });

  it('while its bytes are under way is told to have been too late, and is not sent again', async () => {
    const id = await hub.sends();
    hub.network.behaves('FAILS');
    hub.network.whileSending = async () => {
      expect(await hub.happens(id, { event: 'WITHDRAWN' })).toBe(true);
    };
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'HELD', holds: ['WITHDRAWN'], withdrawnTooLate: true });
    hub.later(5);
    await hub.run(id);
    await hub.sweep();
    expect(await hub.stands(id)).toMatchObject({ state: 'HELD', tries: 1 });
  });

  it('after it was acknowledged is listed as too late', async () => {
    const id = await hub.sends();
    await hub.run(id);
    await hub.happens(id, { event: 'WITHDRAWN' });
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED', withdrawnTooLate: true });
  });

  it('waits between two tries for nothing', async () => {
    const id = await hub.sends();
    hub.network.behaves('FAILS');
    await hub.run(id);
    await hub.happens(id, { event: 'WITHDRAWN' });
    hub.later(5);
    await hub.run(id);
    await hub.sweep();
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'HELD', tries: 1, withdrawnTooLate: true });
    expect(inEffect(id)).toBe(0);
  });
});

describe('a worker', () => {
  it('that slept through its time sends nothing, and its try counts', async () => {
    const id = await hub.sends();
    const { left } = hub.network;
    hub.network.afterPreparing = () => {
      hub.later(3);
      return hub.sweep();
    };
    await hub.run(id);
    expect(hub.network.left).toBe(left);
    expect(await hub.stands(id)).toMatchObject({ state: 'QUEUED', tries: 1, fault: 'WORKER_GONE' });
    hub.network.afterPreparing = () => Promise.resolve();
    hub.later(1);
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED', tries: 2 });
  });

  it('does not take what another has', async () => {
    const id = await hub.sends();
    const { left } = hub.network;
    hub.network.afterPreparing = async () => {
      hub.network.afterPreparing = () => Promise.resolve();
      await hub.run(id);
    };
    await hub.run(id);
    expect(hub.network.left).toBe(left + 1);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED', tries: 1 });
  });

  it('reads anew what was changed after it was read', async () => {
    const interview = await anInterview(hub);
    const id = await hub.sends({ records: [interview.id] });
    const { left } = hub.network;
    hub.network.afterPreparing = async () => {
      hub.network.afterPreparing = () => Promise.resolve();
      await anInterview(hub, { id: interview.id, revision: interview.revision, answers: { reasons: 'Other invented words.' } });
    };
    await hub.run(id);
    expect(hub.network.left).toBe(left);
    expect(await hub.stands(id)).toMatchObject({ state: 'QUEUED', fault: 'CHANGED_MEANWHILE' });
    hub.later(1);
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
  });
});

describe('what is changed while its bytes are under way', () => {
  const CHANGED = { reasons: 'Other invented words.' };
  const corrections = async (id: string): Promise<readonly string[]> => (await hub.ingest.rows<{ id: string }>(`select id from transmission where corrects = '${id}' and act = 'correct'`)).map((row) => row.id);

  it('is said anew once the receipt has come, and once only', async () => {
    const interview = await anInterview(hub);
    const id = await hub.sends({ records: [interview.id] });
    hub.network.whileSending = async () => {
      hub.network.whileSending = () => Promise.resolve();
      await anInterview(hub, { id: interview.id, revision: interview.revision, answers: CHANGED });
    };
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
    const [correction = '', ...more] = await corrections(id);
    expect(more).toEqual([]);
    await hub.run(correction);
    expect(await hub.stands(correction)).toMatchObject({ state: 'ACKNOWLEDGED' });
    expect(await corrections(correction)).toEqual([]);
  });

  it('is said anew also where a later try had read it, and the receipt is of the earlier one', async () => {
    const interview = await anInterview(hub);
    const id = await hub.sends({ records: [interview.id] });
    hub.network.whileSending = async () => {
      hub.network.whileSending = () => Promise.resolve();
      await anInterview(hub, { id: interview.id, revision: interview.revision, answers: CHANGED });
      hub.later(3);
      await hub.sweep();
      hub.later(1);
      hub.network.behaves('NOT_NOW');
      await hub.run(id);
    };
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED', tries: 2 });
    expect(await corrections(id)).toHaveLength(1);
  });

  it('is not said anew where nothing was changed', async () => {
    const id = await hub.sends({ records: [(await anInterview(hub)).id] });
    await hub.run(id);
    expect(await corrections(id)).toEqual([]);
  });
});

it('what takes something back never overtakes it: while a try of that is out it waits', async () => {
  const first = await hub.sends();
  const back = await hub.sends({ act: 'retract', matter: 'RETRACTION', corrects: first });
  hub.network.whileSending = async ({ id }) => {
    if (id === first) {
      await hub.run(back);
      expect(await hub.stands(back)).toMatchObject({ state: 'QUEUED', tries: 0 });
    }
  };
  await hub.run(first);
  expect(await hub.ingest.rows(`select from homeward_jobs.job where data ->> 'id' = '${back}' and start_after > created_on`)).toHaveLength(1);
  await hub.run(back);
  expect(await hub.stands(back)).toMatchObject({ state: 'ACKNOWLEDGED', tries: 1 });
});

it('nothing goes to a partner that is paused, whether made before or meanwhile', async () => {
  const word = { from: 'northmere', partner: 'a-paused-partner', by: 'nia@northmere', reason: 'Their invented hub is mended.', at: hub.now };
  const before = await hub.sends({ to: 'a-paused-partner' });
  await asWriter(hub.services.database, (em) => pausePartner(em, { ...word, paused: true }));
  const meanwhile = await hub.sends({ to: 'a-paused-partner' });
  for (const id of [before, meanwhile]) {
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'HELD', holds: ['PAUSED'] });
  }
  expect(await asWriter(hub.services.database, (em) => pausePartner(em, { ...word, paused: false }))).toBe(2);
  for (const id of [before, meanwhile]) {
    await hub.run(id);
    expect(await hub.stands(id)).toMatchObject({ state: 'ACKNOWLEDGED' });
  }
});

describe('the sweep', () => {
  it('makes a lost job anew, and not one that is there', async () => {
    const id = await hub.sends();
    const jobs = async (): Promise<number> => (await hub.ingest.rows(`select from homeward_jobs.job where data ->> 'id' = '${id}'`)).length;
    expect(await jobs()).toBe(1);
    await hub.sweep();
    expect(await jobs()).toBe(1);
    await hub.ingest.rows(`delete from homeward_jobs.job where data ->> 'id' = '${id}'`);
    hub.later(3);
    await hub.sweep();
    expect(await jobs()).toBe(1);
  });

  it('tells once of what is owed and late', async () => {
    const id = await hub.sends({ released: false, deadline: { held: null, agreed: null, resultBy: null, dueAt: hub.now + 60_000 } });
    await hub.sweep();
    expect(await toldOf(id)).toEqual([]);
    hub.later(2);
    await hub.sweep();
    await hub.sweep();
    expect(await toldOf(id)).toEqual(['TRANSMISSION_OVERDUE']);
  });
});

it('a job says the id of its transmission and nothing else', async () => {
  const rows = await hub.ingest.rows<{ data: object }>('select data from homeward_jobs.job');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ data }) => Object.keys(data).join() === 'id')).toBe(true);
});
