import { randomUUID } from 'node:crypto';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { setAction } from '../../src/actions/set-action.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import type { ReadRoot } from '../../src/gate/read-request.ts';
import { fields } from '../gate/a-gate.ts';
import { aMissing, type Fields } from '../journeys/documents.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { answer, raise } from './concerns.ts';
import { actor } from './some-people.ts';

/** Juno, placed nowhere, whom the police first take for a child of Northmere: she is back since yesterday, and missing again. */
const JUNO: Fields = { 'Care/HostAuthority': null, 'Care/PlacementURN': null, 'Report/MisperId': 'MP-9', 'Person/PersonId': 'P-9', 'Person/GivenName': 'Juno', 'Person/NHSNumber': null, 'Person/DateOfBirth': '2012-02-03', 'Report/CurrentRiskLevel': 'High' };
const THEIRS = ['sal', 'tess', 'mo', 'mae', 'sia', 'sol', 'nia', 'ede', 'ida', 'cyd', 'bea', 'ren', 'rose', 'dot'];
const operation = { name: 'ATest', hash: 'a hash' };
const due = new Date(MORNING + 300 * MINUTE).toISOString();

let hub: DecidingHub;
let juno: DecidingHub;
/** What is there to be read, by the root under which somebody asks for it. */
let things: Readonly<Record<string, string>>;
const now = (): Fields => ({ 'Header/MessageId': `M-${String(hub.now)}`, 'Header/SentAt': new Date(hub.now - MINUTE).toISOString() });
const saysOf = (authority: string): Promise<void> => hub.tell(aMissing({ ...JUNO, ...now(), 'Care/PlacingAuthority': authority }));
const NORTHMERE = 'E99000001';
const SOUTHVALE = 'E99000002';

beforeEach(async () => {
  hub = await aHubOfOneClock();
  await saysOf(NORTHMERE);
  hub.now += MINUTE;
  const [found] = await hub.ingest.rows<{ id: string; episode: string }>(`select c.id, e.id as episode from child c join episode e on e.child_id = c.id where c.given_name = 'Juno'`);
  const child = found?.id ?? '';
  juno = { ...hub, child, now: hub.now };
  things = await workedOn(child, found?.episode ?? '');
});
afterEach(() => hub.close());

/** Northmere's people do their work with her: everything by which something of a child comes to somebody. */
async function workedOn(child: string, episode: string): Promise<typeof things> {
  const { services } = hub;
  await assignWorker(services, actor('nia'), { key: randomUUID(), child, revision: 0, worker: 'ren' }, hub.now);
  for (const [relationship, holder] of [['SOCIAL_WORKER', 'sia'], ['IRO', 'ida'], ['CP_COORDINATOR', 'cyd'], ['DECISION_MAKER', 'sia']] as const) {
    await recordRelationship(services, actor('nia'), { key: randomUUID(), child, revision: 0, relationship, holder }, hub.now);
  }
  const concern = await raise(juno);
  const { action } = await answer(juno, concern.id, { as: 'nia', owner: 'ren@northmere', due }).catch(() => answer(juno, concern.id, { as: 'sal', owner: 'ren@northmere', due }));
  const waits = await raise(juno);
  const own = await setAction(services, actor('sal'), { key: randomUUID(), child, what: 'Ring the school.', owner: 'rose@northmere', due }, hub.now);
  const note = await writeSafetyNote(services, actor('sal'), { key: randomUUID(), child, revision: 0, recipient: 'larkfield', watchFor: 'Late calls.', doThis: 'Ask how she is.', ring: 'The duty team.' }, hub.now).catch(() => null);
  const record = await recordCaseRecord(services, actor('sal'), { key: randomUUID(), episode, record: 'STRATEGY_DISCUSSION', at: new Date(hub.now - MINUTE).toISOString(), words: 'Invented.' }, hub.now);
  const step = await recordReturnStep(services, actor('nia'), { key: randomUUID(), episode, step: 'PROFESSIONAL_TOLD', at: new Date(hub.now - MINUTE).toISOString(), addressee: 'The school.' }, hub.now);
  return { child, episode, concern: concern.id, waits: waits.id, caseAction: action, 'caseAction of another': own.id, ...(note === null ? {} : { safetyNote: note.id }), caseRecord: record.id, returnStep: step.id };
}

const FAMILY = { child: 'Child', episode: 'Episode', concern: 'Concern', waits: 'Concern', caseAction: 'CaseAction', safetyNote: 'SafetyNote', caseRecord: 'CaseRecord', returnStep: 'ReturnStep' } as const;
type Root = keyof typeof FAMILY;

/** Which of these things somebody reads by its id, and what of her stands in any list of theirs. */
async function reads(who: string): Promise<string[]> {
  const { viewer } = actor(who);
  const found: string[] = [];
  for (const [thing, id] of Object.entries(things)) {
    const root = thing.split(' ')[0] as Root; // The words before the blank are the roots above.
    const name = root === 'waits' ? 'concern' : root;
    const row = await hub.gate.row(viewer, { root: { name, id } as ReadRoot & { id: string }, wanted: { [FAMILY[root]]: fields('id') }, operation, now: hub.now } as never);
    found.push(...(row === null ? [] : [thing]));
  }
  const ids = Object.values(things);
  for (const [list, wanted] of Object.entries({ notices: { BriefingNotice: fields('id', 'about', 'kind') }, alerts: { BriefingNotice: fields('about', 'kind') }, concerns: { Concern: fields('id') }, ownActions: { CaseAction: fields('id') } })) {
    const rows = await hub.gate.rows(viewer, { root: { name: list } as never, wanted, operation, now: hub.now });
    found.push(...rows.filter((row) => ids.includes(String(row['about'] ?? row['id']))).map((row) => `${list} ${typeof row['kind'] === 'string' ? row['kind'] : ''}`));
  }
  return found;
}

const readBy = async (): Promise<[string, string[]][]> => Promise.all(THEIRS.map(async (who): Promise<[string, string[]]> => [who, await reads(who)]));

describe('once the police say that the child is another authority’s', () => {
  beforeEach(() => {
    hub.now += 5 * MINUTE;
  });

  test('whoever worked with them at the first one reads nothing of them in any way, though it came to them', async () => {
    const before = Object.fromEntries(await readBy());
    expect([before['nia']?.length, before['sia']?.length, before['ren']?.length, before['rose']?.length].every((count) => (count ?? 0) > 0)).toBe(true);
    await saysOf(SOUTHVALE);
    expect(await readBy()).toEqual(THEIRS.map((who) => [who, []]));
  });

  test('it reads nothing however much later, and all of it once it was the right one after all', async () => {
    const before = await readBy();
    await saysOf(SOUTHVALE);
    hub.now += 600 * MINUTE;
    expect(await readBy()).toEqual(THEIRS.map((who) => [who, []]));
    hub.now -= 599 * MINUTE;
    await saysOf(NORTHMERE);
    const again = Object.fromEntries(await readBy());
    for (const [who, found] of before) {
      const things = found.filter((thing) => !/^(notices|alerts)/.test(thing));
      expect([who, again[who]]).toEqual([who, expect.arrayContaining(things)]);
    }
  });

  test('the right one reads it, answers what waits and closes what is open, and the log keeps who did what', async () => {
    await saysOf(SOUTHVALE);
    expect(await reads('hew')).toEqual(expect.arrayContaining(['child', 'episode', 'concern', 'waits', 'caseAction', 'caseRecord', 'returnStep', 'concerns ', 'notices CONCERN']));
    await answer({ ...juno, now: hub.now }, things['waits'] ?? '', { as: 'hew', owner: 'hew@southvale', due });
    const done = await hub.ingest.rows<{ actor: string; agency: string }>(`select distinct actor, agency from audit_event where $1 = any (children) and kind = 'DECISION' order by 1`, [things['child']]);
    expect(done).toEqual(expect.arrayContaining([{ actor: 'nia', agency: 'northmere' }, { actor: 'hew', agency: 'southvale' }]));
  });

  test('whom the first one let into a restriction is let in no more, and the manager of the right one may name others', async () => {
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: things['child'] ?? '', revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo', 'sia', 'ren'] }, hub.now);
    expect((await reads('sia')).length).toBeGreaterThan(0);
    await saysOf(SOUTHVALE);
    expect(await readBy()).toEqual(THEIRS.map((who) => [who, []]));
    const [child] = await hub.ingest.rows(`select restricted, awaits_naming, responsible from child where id = $1`, [things['child']]);
    expect(child).toEqual({ restricted: 'YES', awaits_naming: 'YES', responsible: ['southvale'] });
  });
});
