import { randomUUID } from 'node:crypto';
import { createGate, type Gate, type OneRowRoot } from '../../src/gate/gate.ts';
import type { Row, WantedField } from '../../src/gate/read-request.ts';
import type { Family } from '../../src/policy/attributes.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, fields, gateParts, ofEveryType } from './a-gate.ts';
import { aChild, anEpisode, aWorld, put, type World } from './a-world.ts';
import { aCaseAction, aCaseRecord, aConcern, aReturnStep } from './case-of-a-child.ts';
import { aLocating, anIntelligenceItem, anOffer, aRedaction, aReturnInterview, aSafetyNote, aSharingRecord } from './told-of-a-child.ts';

const COORDINATOR = aViewer('HUB_COORDINATOR', 'north');
const ELSEWHERE = aViewer('HUB_COORDINATOR', 'east');
const HOME = aViewer('PLACEMENT_PROVIDER', 'home');
const STANDING = { responsible: ['north'], providers: ['home'] } as const;

const FAMILY_OF = {
  interview: 'ReturnInterview',
  intelligence: 'IntelligenceItem',
  offer: 'Offer',
  safetyNote: 'SafetyNote',
  redaction: 'Redaction',
  returnStep: 'ReturnStep',
  caseRecord: 'CaseRecord',
  concern: 'Concern',
  caseAction: 'CaseAction',
} as const satisfies Partial<Record<OneRowRoot['name'], Family>>;

describe('one row by its id', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const ids = { interview: randomUUID(), intelligence: randomUUID(), offer: randomUUID(), safetyNote: randomUUID(), redaction: randomUUID(), returnStep: randomUUID(), caseRecord: randomUUID(), concern: randomUUID(), caseAction: randomUUID() };
  const [plan, homes] = [randomUUID(), randomUUID()];
  const [child, episode, record, locating, sharing] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    const a = (id: string): { id: string; child: string; standing: typeof STANDING } => ({ id, child, standing: STANDING });
    await put(world, [
      aChild({ id: child, standing: STANDING }),
      anEpisode(a(episode)),
      anOffer({ ...a(ids.offer), columns: { episode_ids: [episode] } }),
      ...aReturnInterview({
        ...a(ids.interview),
        standing: { ...STANDING, shared: ['REDACTED:home'] },
        columns: { episode_ids: [episode], record_ids: [ids.interview, ids.offer, record] },
      }),
      aRedaction({ ...a(ids.redaction), interview: ids.interview }),
      aSharingRecord({ ...a(sharing), interview: ids.interview }),
      aLocating(a(locating)),
      anIntelligenceItem({ ...a(ids.intelligence), standing: { ...STANDING, area: 'north' }, columns: { interview: record, record_ids: [ids.intelligence, record] } }),
      aSafetyNote({ ...a(ids.safetyNote), recipient: 'home' }),
      aReturnStep({ ...a(ids.returnStep), columns: { episode } }),
      aCaseRecord({ ...a(ids.caseRecord), originator: 'north', columns: { episode } }),
      aConcern({ ...a(ids.concern), originator: 'north', addressed: ['SENIOR_WORKER:north', { agency: 'EDT:east', during: '[2026-11-20T09:00:00Z,)' }] }),
      aCaseAction({ ...a(ids.caseAction), owner: 'pim@force' }),
      aReturnStep({ ...a(plan), step: 'PREVENTION_PLAN', columns: { episode } }),
      aCaseAction({ ...a(homes), owner: 'home' }),
    ]);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const NAMES = Object.keys(FAMILY_OF) as (keyof typeof FAMILY_OF)[]; // The keys of FAMILY_OF.
  // eslint-disable-next-line max-params -- who asks for what is said in one line everywhere below.
  const read = (viewer: Viewer, name: keyof typeof FAMILY_OF, id: string, wanted = fields('id')): Promise<Row | null> =>
    gate.row(viewer, asking({ name, id }, ofEveryType(FAMILY_OF[name], wanted)));
  const link = (name: string, to: Family, sub = fields('id')): WantedField => ({ name, key: name, sub: ofEveryType(to, sub) });

  it.each(NAMES)('is there for whom the rules let in (%s), and for nobody else', async (name) => {
    expect(await read(COORDINATOR, name, ids[name])).toMatchObject({ id: ids[name] });
    expect(await read(COORDINATOR, name, ids[name].toUpperCase())).toMatchObject({ id: ids[name] });
    expect(await read(ELSEWHERE, name, ids[name])).toBeNull();
    expect(await read(COORDINATOR, name, randomUUID())).toBeNull();
    expect(await read(COORDINATOR, name, "' or true --")).toBeNull();
  });

  it.each(['interview', 'intelligence'] as const)('opens under every record id of it (%s)', async (name) => {
    expect(await read(COORDINATOR, name, record)).toMatchObject({ id: ids[name] });
  });

  it.each(NAMES)('has every attribute (%s)', async (name) => {
    const family = FAMILY_OF[name];
    const row = await read(COORDINATOR, name, ids[name], everythingOf(family));
    const notForCoordinators = ['redactedText', 'redactedAnswers', 'source', 'result', 'resultWords'];
    expect(Object.entries(row ?? {}).filter(([key, value]) => value === null && !notForCoordinators.includes(key))).toEqual([]);
  });

  it('of a home is its own text and its own note', async () => {
    expect(await read(HOME, 'interview', ids.interview, fields('redactedText', 'reasons'))).toEqual({
      __typename: 'RedactedInterview',
      redactedText: `text for home of ${ids.interview}`,
      reasons: null,
    });
    expect(await read(HOME, 'safetyNote', ids.safetyNote, fields('watchFor'))).toEqual({ watchFor: `watch_for of ${ids.safetyNote}` });
    for (const name of ['intelligence', 'offer', 'redaction', 'returnStep', 'caseRecord', 'concern', 'caseAction'] as const) {
      expect(await read(HOME, name, ids[name])).toBeNull();
    }
  });

  it('of a home is besides the plan to prevent another episode, and what is its own to do', async () => {
    expect(await read(HOME, 'returnStep', plan, fields('step'))).toEqual({ step: 'PREVENTION_PLAN' });
    expect(await read(HOME, 'caseAction', homes, fields('id', 'comesFrom'))).toEqual({ id: homes, comesFrom: null });
    expect(await read(aViewer('PLACEMENT_PROVIDER', 'elsewhere'), 'returnStep', plan)).toBeNull();
    expect(await read(aViewer('PLACEMENT_PROVIDER', 'elsewhere'), 'caseAction', homes)).toBeNull();
  });

  it('of an action is its owner’s, by name, who reads nothing else of the child', async () => {
    expect(await read(aViewer('POLICE_MISSING_TEAM', 'force', 'pim'), 'caseAction', ids.caseAction, fields('id', 'comesFrom'))).toEqual({ id: ids.caseAction, comesFrom: null });
    expect(await read(aViewer('POLICE_MISSING_TEAM', 'force', 'another'), 'caseAction', ids.caseAction)).toBeNull();
    expect(await read(aViewer('POLICE_MISSING_TEAM', 'force', 'pim'), 'returnStep', ids.returnStep)).toBeNull();
  });

  it('of a concern is for a role from the moment that it comes to it, and not before', async () => {
    const at = (now: string): Promise<Row | null> =>
      gate.row(aViewer('EDT', 'east'), { ...asking({ name: 'concern', id: ids.concern }, { Concern: fields('id') }), now: Date.parse(now) });
    expect([await at('2026-11-20T08:59:59Z'), await at('2026-11-20T09:00:00Z')]).toEqual([null, { id: ids.concern }]);
  });

  it('leads to what hangs from it, each row asked about on its own', async () => {
    const wanted = [link('child', 'Child'), link('episodes', 'Episode'), link('offers', 'Offer'), link('redactions', 'Redaction'), link('sharing', 'SharingRecord')];
    expect(await read(COORDINATOR, 'interview', ids.interview, wanted)).toEqual({
      __typename: 'FullInterview',
      child: { id: child },
      episodes: [{ id: episode }],
      offers: [{ id: ids.offer }],
      redactions: [{ id: ids.redaction }],
      sharing: [{ id: sharing }],
    });
    expect(await read(HOME, 'interview', ids.interview, wanted)).toEqual({
      __typename: 'RedactedInterview',
      child: { id: child },
      episodes: [{ id: episode }],
      offers: null,
      redactions: null,
      sharing: null,
    });
    expect(await read(COORDINATOR, 'intelligence', ids.intelligence, [link('interview', 'ReturnInterview')])).toEqual({
      __typename: 'FullIntelligence',
      interview: { __typename: 'FullInterview', id: ids.interview },
    });
  });

  it('row 17: is decided on again however it is reached: from the child, the episode and round again', async () => {
    const interviews = (sub: readonly WantedField[]): WantedField => ({ ...link('interviews', 'ReturnInterview', [...sub]), first: 1 });
    const wanted = [interviews([...fields('reasons', 'redactedText'), link('child', 'Child', [interviews(fields('reasons')), ...fields('nhsNumber')])])];
    const reached = { __typename: 'RedactedInterview', reasons: null };
    const row = await gate.row(HOME, asking({ name: 'episode', id: episode }, { Episode: wanted }));
    expect(row).toEqual({
      interviews: [{ ...reached, redactedText: `text for home of ${ids.interview}`, child: { interviews: [reached], nhsNumber: null } }],
    });
  });
});
