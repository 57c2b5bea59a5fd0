import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { letParentIn } from '../../src/actions/let-parent-in.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { recordReturnStep, type RecordReturnStep } from '../../src/actions/record-return-step.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { aMissing } from '../journeys/documents.ts';
import { anInterview, MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { sayingHowSafe } from './settled-before.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
});
afterEach(() => hub.close());

const AT = '2025-11-20T07:30:00Z';
const writing = (changed: Partial<RecordReturnStep> = {}, who = 'ren'): Promise<Acted> => {
  hub.now += MINUTE;
  return recordReturnStep(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, step: 'CHILD_SEEN', at: AT, ...changed }, hub.now);
};
const steps = (): Promise<unknown[]> => hub.ingest.rows('select step, words from return_step order by written_at');

describe('a step of the return', () => {
  test('is kept with every word, and read back', async () => {
    const said = { step: 'PROFESSIONAL_TOLD', addressee: 'willow-school', outcome: 'Told.', words: 'Invented words.', departure: 'An invented departure.' } as const;
    const { id, revision, child, warnings } = await writing(said);
    expect({ revision, child, warnings }).toEqual({ revision: 1, child: hub.child, warnings: [] });
    expect(await hub.step('sal', id)).toMatchObject({ ...said, by: 'ren@northmere', at: { text: AT }, revision: 1 });
  });

  test.each(['willow-school', 'sia@northmere', 'sia', 'IRO', 'PROFESSIONALS'])('told to %s is told to somebody', async (addressee) => {
    expect((await writing({ step: 'PROFESSIONAL_TOLD', addressee })).warnings).toEqual([]);
  });

  test.each([[null, 'nobody is named who was told'], ['The school', '"addressee" is nobody of the directory'], ['sia@southvale', '"addressee" is nobody of the directory']])('told to %s is kept, and counts for nobody', async (addressee, said) => {
    expect((await writing({ step: 'PROFESSIONAL_TOLD', addressee })).warnings).toEqual([expect.stringContaining(said)]);
    expect((await writing({ addressee })).warnings).toEqual([]);
  });

  test('done twice stands twice', async () => {
    await writing({ words: 'First.' });
    await writing({ words: 'Second.' });
    expect(await steps()).toEqual([{ step: 'CHILD_SEEN', words: 'First.' }, { step: 'CHILD_SEEN', words: 'Second.' }]);
  });

  test('is changed by the agency that wrote it, at the revision that was read', async () => {
    const { id } = await writing({ words: 'First.' });
    const changed = await writing({ id, revision: 1, words: 'Mended.' }, 'nia');
    expect(changed.revision).toBe(2);
    expect(await steps()).toEqual([{ step: 'CHILD_SEEN', words: 'Mended.' }]);
    await expect(writing({ id, revision: 1, words: 'Late.' })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await expect(writing({ id: changed.id, words: 'Without revision.' })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await steps()).toEqual([{ step: 'CHILD_SEEN', words: 'Mended.' }]);
  });

  test('is changed by who wrote it or follows the return up: not blanked by a colleague who writes down some steps alone', async () => {
    const { id } = await writing({ step: 'SOCIAL_WORKER_CONTACT', words: 'What the social worker saw.' }, 'sia');
    await hub.tell(aMissing());
    await expect(writing({ id, revision: 1, step: 'SOCIAL_WORKER_CONTACT', words: null }, 'ede')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const told = await writing({ step: 'PROFESSIONAL_TOLD', words: 'Told the school.' }, 'sia');
    await expect(writing({ id: told.id, revision: 1, step: 'PROFESSIONAL_TOLD', words: null }, 'ede')).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('colleague') as string });
    expect(await writing({ id: told.id, revision: 1, step: 'PROFESSIONAL_TOLD', words: 'Told the school and its nurse.' }, 'sia')).toMatchObject({ revision: 2 });
    expect(await writing({ id, revision: 1, step: 'SOCIAL_WORKER_CONTACT', words: 'Mended.' }, 'sal')).toMatchObject({ revision: 2 });
  });

  test('of two agencies that chose the same key are two', async () => {
    const key = randomUUID();
    await writing({ key });
    expect(await writing({ key }, 'hew')).toMatchObject({ revision: 1 });
    expect(await steps()).toHaveLength(2);
  });

  test('is not changed by another agency, into another step, or where there is none', async () => {
    const { id } = await writing();
    await expect(writing({ id, revision: 1 }, 'hew')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(writing({ id, revision: 1, step: 'VISITED' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(writing({ id: randomUUID(), revision: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(writing({ id: hub.episode, revision: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('sent again with the same key gets the first answer, and stands once', async () => {
    const key = randomUUID();
    expect(await writing({ key })).toEqual(await writing({ key }));
    expect(await steps()).toHaveLength(1);
    await expect(writing({ key, words: 'Other words.' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('dated ahead, or before the child came back, is kept with a warning that names the rule, and none where it says why', async () => {
    await reportReturned(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, at: '2025-11-20T07:00:00Z' }, hub.now);
    const rule = 'Statutory guidance 2014, paragraph 32, as Kent quotes it';
    expect((await writing({ at: '2025-11-20T06:30:00Z' })).warnings).toEqual([expect.stringMatching(`^the step is dated before the child came back.*\\(${rule}\\)$`)]);
    expect((await writing({ at: new Date(hub.now + 10 * 60 * MINUTE).toISOString() })).warnings).toEqual([expect.stringMatching(`^the step lies in the future.*\\(${rule}\\)$`)]);
    expect((await writing({ at: '2025-11-20T06:30:00Z', departure: 'An invented reason.' })).warnings).toEqual([]);
    expect(await steps()).toHaveLength(3);
  });

  test.each([undefined, null, '  '])('a plan that says nothing (%j) is no plan', async (words) => {
    await expect(writing({ step: 'PREVENTION_PLAN', words })).rejects.toMatchObject({ code: 'BAD_INPUT', message: '"words" is empty. Say it in words.' });
  });

  test('a revision of nothing is refused, and writes nothing a second time', async () => {
    const before = await hub.ingest.rows('select id from return_step');
    await expect(writing({ revision: 1 })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"id" does not say of what') as unknown });
    expect(await hub.ingest.rows('select id from return_step')).toEqual(before);
  });

  test.each(['TRIAGE', 'WORKER_ASSIGNED', 'BRIEFING_ANSWER'] as const)('%s is written down where it is done', async (step) => {
    await expect(async () => writing({ step })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test.each([
    ['the social worker, their own contact', 'sia', 'SOCIAL_WORKER_CONTACT'],
    ['business support, that the return was notified', 'bea', 'RETURN_NOTIFIED'],
    ['the police, a visit', 'pim', 'VISITED'],
    ['the duty team, that the child was seen', 'ede', 'CHILD_SEEN'],
    ['the coordinator of the host', 'hew', 'PARENTS_ASKED'],
  ] as const)('is written by %s', async (_, who, step) => {
    const { id } = await writing({ step }, who);
    expect(await hub.step(who, id)).toMatchObject({ step, by: expect.stringContaining(`${who}@`) as unknown });
  });

  test.each([
    ['the social worker, that the service was told', 'sia', 'RETURN_NOTIFIED', 'FORBIDDEN'],
    ['business support, a visit', 'bea', 'VISITED', 'FORBIDDEN'],
    ['the police, that the child was seen', 'pim', 'CHILD_SEEN', 'FORBIDDEN'],
    ['the home', 'hal', 'CHILD_SEEN', 'FORBIDDEN'],
    ['another worker of the service', 'rose', 'CHILD_SEEN', 'NOT_FOUND'],
    ['a force that has nothing to do with her', 'gil', 'VISITED', 'NOT_FOUND'],
  ] as const)('is not written by %s', async (...[, who, step, code]) => {
    await expect(writing({ step }, who)).rejects.toMatchObject({ code });
  });
});

describe('the plan to prevent another episode', () => {
  test('is read by the home, and no other step is', async () => {
    const plan = await writing({ step: 'PREVENTION_PLAN', words: 'She is asked before her room is changed.' });
    const seen = await writing({ words: 'Invented words.' });
    expect(await hub.step('hal', plan.id)).toMatchObject({ words: 'She is asked before her room is changed.' });
    expect(await hub.step('hal', seen.id)).toBeNull();
  });

  test.each([
    ['words', 'She keeps away from Corvin Madeup.'],
    ['outcome', 'Agreed at 1 Imaginary Row.'],
    ['departure', 'Corvin Madeup was there.'],
  ])('names nobody and no place in "%s", and is refused without its words', async (where, text) => {
    await anInterview(hub);
    const refused = await writing({ step: 'PREVENTION_PLAN', words: 'She is asked first.', [where]: text }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as unknown });
    expect(String(refused)).not.toMatch(/Madeup|Imaginary/);
    expect(await steps()).toEqual([]);
  });
});

describe('a letter', () => {
  const letter = (changed: Partial<RecordReturnStep> = {}): Promise<Acted> => writing({ step: 'LETTER_SENT', addressee: 'PARENT_OR_CARER', ...changed });
  const safe = (changed: Partial<RecordReturnStep> = {}): Promise<Acted> => writing({ step: 'SAFE_TO_SEND', addressee: 'PARENT_OR_CARER', outcome: 'SAFE', ...changed });

  test('Mosaic authority 2022, Closure process, letter sent: warns until somebody recorded that it is safe for that addressee', async () => {
    hub.goesBy('northmere', 'mosaic');
    const unsafe = ['nobody recorded that the letter is safe to send (Mosaic authority 2022, Closure process, letter sent)'];
    expect((await letter()).warnings).toEqual(unsafe);
    await safe({ addressee: 'CHILD' });
    expect((await letter()).warnings).toEqual(unsafe);
    await safe();
    expect((await letter()).warnings).toEqual([]);
    await safe({ outcome: 'NOT_SAFE', at: '2025-11-20T07:45:00Z' });
    expect((await letter()).warnings).toEqual([expect.stringContaining('is not safe to send'), ...unsafe]);
    // Whatever the practice says.
    hub.goesBy('northmere', null);
    expect((await letter()).warnings).toEqual([expect.stringContaining('is not safe to send')]);
    await safe({ at: '2025-11-20T07:50:00Z' });
    expect((await letter()).warnings).toEqual([]);
  });

  test('that was found unsafe stays so until somebody writes later that it is safe, whatever times they state', async () => {
    hub.goesBy('northmere', null);
    const unsafe = [expect.stringContaining('is not safe to send')];
    await safe({ at: '2025-11-21' });
    await safe({ outcome: 'NOT_SAFE', at: '2025-11-20' });
    expect((await letter()).warnings).toEqual(unsafe);
    await safe({ at: '2025-11-19' });
    expect((await letter()).warnings).toEqual([]);
  });

  test.each(['Not safe', 'NO', 'UNSAFE', 'safe', 'Corvin Madeup is violent'])('takes no other word for its safety than the two: %j', async (outcome) => {
    const refused = await Promise.resolve().then(() => safe({ outcome })).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(/SAFE or NOT_SAFE/) as unknown });
    expect(String(refused)).not.toContain('Madeup');
    expect(await steps()).toEqual([]);
  });

  test('is not recorded as safe where neither is said, and whoever wrote that is told', async () => {
    hub.goesBy('northmere', 'mosaic');
    expect((await safe({ outcome: null })).warnings).toEqual([expect.stringContaining('SAFE or NOT_SAFE')]);
    expect((await letter()).warnings).toEqual(['nobody recorded that the letter is safe to send (Mosaic authority 2022, Closure process, letter sent)']);
  });

  test('Somerset 4.6: of a child of 13 or over goes to both', async () => {
    hub.goesBy('northmere', 'somerset');
    expect((await letter()).warnings).toEqual(['by age the letter goes to the child and to the parent or carer (Somerset 4.6)']);
    expect((await letter({ addressee: 'CHILD' })).warnings).toEqual([]);
  });

  test('Somerset 4.6: of a child under 12 goes to the parent or carer', async () => {
    hub.goesBy('northmere', 'somerset');
    await hub.wasBorn('2015-05-06');
    expect((await letter({ addressee: 'CHILD' })).warnings).toEqual(['by age the letter goes to the parent or carer (Somerset 4.6)']);
    expect((await letter()).warnings).toEqual([]);
  });

  test('Somerset 4.6: at 12 the text leaves it open, and that is said', async () => {
    hub.goesBy('northmere', 'somerset');
    await hub.wasBorn('2013-05-06');
    expect((await letter()).warnings).toEqual(['the text does not say to whom the letter goes at this age (Somerset 4.6)']);
  });

  test('Somerset 4.6: at exactly 16 it rests on living independently, which the text leaves open then', async () => {
    hub.goesBy('northmere', 'somerset');
    await hub.wasBorn('2009-05-06');
    expect((await letter()).warnings).toEqual([expect.stringMatching(/^perhaps .*does not settle it \(Somerset 4\.6\)$/)]);
    const deciding = { key: randomUUID(), child: hub.child, revision: 0, relationship: 'DECISION_MAKER', holder: 'sia' } as const;
    await recordRelationship(hub.services, actor('nia'), deciding, hub.now);
    const parent = { key: randomUUID(), child: hub.child, revision: 0, parent: 'pat@northmere', standing: 'RESPONSIBILITY', safeToInform: 'YES', childAsked: true, livesIndependently: true } as const;
    await letParentIn(hub.services, actor('sia'), parent, hub.now);
    expect((await letter()).warnings).toEqual([expect.stringMatching(/^perhaps .*does not settle it/)]);
    expect((await writing({ step: 'LETTER_SENT', addressee: 'PARENT_OR_CARER' }, 'sia')).warnings).toEqual(['the text does not say to whom the letter goes at this age (Somerset 4.6)']);
  });

  test('Somerset 4.6: at 17 goes to the child alone where it is recorded, by whoever asked how they are reached, that they live independently', async () => {
    hub.goesBy('northmere', 'somerset');
    await hub.wasBorn('2008-05-06');
    expect((await letter()).warnings).toEqual([expect.stringMatching(/^perhaps .*does not settle it/)]);
    await sayingHowSafe(hub, { contact: { interpreter: 'NO', livesIndependently: 'YES' } });
    expect((await letter()).warnings).toEqual(['by age the letter goes to the child alone (Somerset 4.6)']);
  });

  test('of a silent practice asks for nothing but to whom it went', async () => {
    expect((await letter()).warnings).toEqual([]);
    expect((await letter({ addressee: 'An invented aunt' })).warnings).toEqual([expect.stringMatching(/CHILD or PARENT_OR_CARER.*\(Homeward's default, after Somerset 4\.6; Mosaic authority 2022, Closure process, letter sent\)$/)]);
    expect((await letter({ addressee: null })).warnings).toEqual([expect.stringContaining('CHILD or PARENT_OR_CARER')]);
    expect((await safe({ addressee: null })).warnings).toEqual([expect.stringContaining('CHILD or PARENT_OR_CARER')]);
  });
});
