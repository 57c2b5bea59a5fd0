import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordAttempt, type RecordAttempt } from '../../src/actions/record-attempt.ts';
import { recordOffer, type RecordOffer } from '../../src/actions/record-offer.ts';
import { readTray } from '../../src/actions/read-tray.ts';
import { ofDirectory } from '../../src/actions/of-directory.ts';
import { recordInterview } from '../../src/actions/record-interview.ts';
import { triageReturn } from '../../src/actions/triage-return.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { sayingHowSafe } from './settled-before.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
});
afterEach(() => hub.close());

const offering = (changed: Partial<RecordOffer> = {}, who = 'ren'): Promise<Acted> => {
  hub.now += MINUTE;
  return recordOffer(hub.services, actor(who), { key: randomUUID(), child: hub.child, episodes: [hub.episode], at: '2025-11-20T07:30:00Z', offeredTo: 'CHILD', ...changed }, hub.now);
};
const trying = (offer: string, changed: Partial<RecordAttempt> = {}): Promise<Acted> => {
  hub.now += MINUTE;
  return recordAttempt(hub.services, actor('ren'), { key: randomUUID(), offer, at: '2025-11-20T07:40:00Z', method: 'PHONE', ...changed }, hub.now);
};
const RULE = "(Homeward's default, after Birmingham 2022, Conducting interviews remotely)";
const MISSING = `how the child is reached safely is not recorded: ask before anybody rings or writes, and record it ${RULE}`;
const WAY = `it is recorded that the child is not reached safely in this way ${RULE}`;
const THROUGH = `it is recorded that the child is not reached safely through whom this went ${RULE}`;
const TIME = `it is recorded that the child is not reached safely at this time of day ${RULE}`;

const operation = { name: 'ATest', hash: 'a hash' };
const next = async (who: string): Promise<{ code: string; lacks: string[] } | undefined> => {
  const request = { of: 'SERVICE', first: 10, after: null, episode: {}, child: {}, operation } as const;
  const { entries } = await readTray(hub.gate, actor(who).viewer, { request, at: { agency: actor(who).viewer.agency, now: hub.now, ...ofDirectory(hub.services.directory()) } });
  return entries.map(({ nextStep: { code, lacks } }) => ({ code, lacks: lacks.map((lack) => lack.code) }))[0];
};

describe('an offer and a try', () => {
  test('without a word of how the child is reached safely say so, and are kept', async () => {
    const { id, warnings } = await offering();
    expect(warnings).toEqual([MISSING]);
    expect((await trying(id)).warnings).toEqual([MISSING]);
    await sayingHowSafe(hub, { contact: null, words: 'Nothing to heed, invented.' });
    expect((await trying(id)).warnings).toEqual([]);
  });

  test('against it say against what, and are kept', async () => {
    await sayingHowSafe(hub, { contact: { unsafeWays: ['PHONE'], from: '16:00', until: '17:00', notThrough: ['PARENT'] }, words: 'Her stepfather picks up, invented.' });
    const { id, warnings } = await offering({ at: '2025-11-20T08:00:00Z', offeredTo: 'PARENT', phonedYoungPerson: 'YES' });
    expect(warnings).toEqual([WAY, THROUGH, TIME]);
    expect((await trying(id, { method: 'THROUGH_CARER' })).warnings).toEqual([THROUGH, TIME]);
    expect((await trying(id, { method: 'TEXT', at: '2025-11-19T16:30:00Z' })).warnings.filter((words) => words.includes('reached safely'))).toEqual([]);
    expect((await trying(id, { method: 'TEXT', at: '2025-11-20' })).warnings.filter((words) => words.includes('reached safely'))).toEqual([]);
    expect(await hub.ingest.rows(`select json_array_length(attempts) as tries from offer`)).toEqual([{ tries: 3 }]);
  });

  test('heed what each agency said last, of whichever episode', async () => {
    await sayingHowSafe(hub, { contact: { safeWays: ['TEXT'] } }, 'hew');
    hub.now += MINUTE;
    const { id } = await offering();
    expect((await trying(id)).warnings).toEqual([WAY]);
    hub.now += MINUTE;
    await sayingHowSafe(hub, { contact: { interpreter: 'NO' } });
    expect((await trying(id)).warnings).toEqual([WAY]);
    hub.now += MINUTE;
    await sayingHowSafe(hub, { contact: { interpreter: 'NO' } }, 'hew');
    expect((await trying(id)).warnings).toEqual([]);
  });
});

describe('how the child is reached safely', () => {
  test('is corrected by the agency that wrote it, and asks whether an interpreter is needed (Somerset 6)', async () => {
    hub.goesBy('northmere', 'somerset');
    const { id, revision, warnings } = await sayingHowSafe(hub, { contact: { unsafeWays: ['VISIT'] } });
    expect(warnings).toEqual(['say whether an interpreter is needed (Somerset 6)']);
    await sayingHowSafe(hub, { id, revision, contact: { unsafeWays: ['LETTER'], interpreter: 'YES', language: 'Example' } });
    expect(await hub.ingest.rows(`select contact ->> 'language' as language, contact -> 'unsafeWays' as never from case_record where record = 'SAFE_CONTACT'`)).toEqual([{ language: 'Example', never: ['LETTER'] }]);
  });

  test.each([
    ['nothing', { contact: null }, 'nothing of how'],
    ['a time that is none', { contact: { from: '4 pm' } }, '"contact.from"'],
    ['it of another record', { record: 'CE_SCREEN' }, '"contact"'],
  ] as const)('is refused where somebody says %s', async (_, changed, where) => {
    await expect(sayingHowSafe(hub, changed)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(where) as unknown });
  });

  test('lacks where an offer or a try is next, and no longer once it is recorded; whoever may not read it is told neither', async () => {
    await triageReturn(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, outcome: 'ROUTINE' }, (hub.now += MINUTE));
    expect(await next('nia')).toEqual({ code: 'OFFER', lacks: ['SAFE_CONTACT_MISSING'] });
    const untold = await next('ede');
    expect(untold).toEqual({ code: 'OFFER', lacks: [] });
    await sayingHowSafe(hub);
    expect(await next('nia')).toEqual({ code: 'OFFER', lacks: [] });
    expect(await next('ede')).toEqual(untold);
    await offering();
    expect(await next('nia')).toMatchObject({ code: 'TRY_AGAIN', lacks: [] });
  });

  test('says to whom a letter goes before it is sent, as far as they may read it (Somerset 4.6)', async () => {
    hub.goesBy('northmere', 'somerset');
    await hub.wasBorn('2008-05-06');
    await triageReturn(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, outcome: 'ROUTINE' }, (hub.now += MINUTE));
    await offering({ outcome: 'DECLINED_BY_YOUNG_PERSON', explanation: 'Invented.' });
    expect(await next('nia')).toEqual({ code: 'SEND_LETTER', lacks: ['LETTER_CANNOT_TELL'] });
    await sayingHowSafe(hub, { contact: { livesIndependently: 'YES' } });
    expect(await next('nia')).toEqual({ code: 'SEND_LETTER', lacks: ['LETTER_TO_CHILD'] });
    expect(await next('ede')).toEqual({ code: 'SEND_LETTER', lacks: ['LETTER_CANNOT_TELL'] });
  });

  test('is read by those who ring, a host’s among them, and by nobody whom it could name', async () => {
    await sayingHowSafe(hub, { words: 'Never by her stepfather, invented.' });
    const wanted = { Child: [{ name: 'safeContact', key: 'safeContact', first: 5, sub: { CaseRecord: [{ name: 'words', key: 'words' }, { name: 'contact', key: 'contact' }] } }] };
    const reads = async (who: string): Promise<unknown> => (await hub.gate.row(actor(who).viewer, { root: { name: 'child', id: hub.child }, wanted, operation, now: hub.now }))?.['safeContact'] ?? null;
    for (const who of ['ren', 'sal', 'mo', 'nia', 'sia', 'hew']) {
      expect([who, await reads(who)]).toEqual([who, [{ words: 'Never by her stepfather, invented.', contact: expect.objectContaining({ interpreter: 'NO' }) as unknown }]]);
    }
    for (const who of ['hal', 'cora', 'pat', 'pim', 'fin', 'bea', 'ede', 'cyd', 'vic', 'ash', 'sol']) {
      expect([who, await reads(who)]).toEqual([who, null]);
    }
  });
});

describe('where a worker is to be assigned', () => {
  const suggested = async (who: string): Promise<unknown> => {
    const request = { of: 'SERVICE', first: 10, after: null, episode: {}, child: {}, suggesting: true, operation } as const;
    const { entries } = await readTray(hub.gate, actor(who).viewer, { request, at: { agency: actor(who).viewer.agency, now: hub.now, ...ofDirectory(hub.services.directory()) } });
    return entries.map(({ nextStep: { code, suggestedWorker } }) => [code, suggestedWorker?.person ?? null, suggestedWorker?.cautions.map((caution) => caution.code) ?? null]);
  };

  test('who interviewed the child last is suggested, with what speaks against them, while they are there, to those who may read who it was', async () => {
    hub.goesBy('northmere', 'birmingham');
    hub.now += MINUTE;
    await recordInterview(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, episodes: [], state: 'COMPLETED', at: '2025-11-19T08:00:00Z', answers: { independentOfPlacement: 'NO', independentOfAuthority: 'YES' } }, hub.now);
    await triageReturn(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, outcome: 'ROUTINE' }, (hub.now += MINUTE));
    await assignWorker(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 1, worker: 'ren', from: '2025-11-20T07:00:00Z', until: '2025-11-20T07:30:00Z' }, (hub.now += MINUTE));
    expect(await suggested('nia')).toEqual([['ASSIGN_WORKER', 'ren@northmere', ['NOT_INDEPENDENT_OF_PLACEMENT']]]);
    expect(await suggested('hew')).toEqual([['ASSIGN_WORKER', null, null]]);
    hub.leaves('ren');
    expect(await suggested('nia')).toEqual([['ASSIGN_WORKER', null, null]]);
  });
});
