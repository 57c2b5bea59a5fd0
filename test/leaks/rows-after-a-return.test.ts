import { randomUUID } from 'node:crypto';
import { ask, type Answer } from '../http/a-hub.ts';
import { lookedThroughBy } from '../support/looked-through.ts';
import { aToldWorld, type ToldWorld } from './a-told-world.ts';

const AT = '2025-11-14T12:00:00Z';
const DUE = '2025-11-22T12:00:00Z';
const SOCIAL_WORKER = 'northmere-social-worker@northmere';

let world: ToldWorld;
let ids: Readonly<Record<'child' | 'episode' | 'interview' | 'offer' | 'item', string>>;
beforeAll(async () => {
  world = await aToldWorld({ wrenna: { heard: 'plain words that wait' } });
  const [found] = await world.ingest.rows<typeof ids>(
    `select c.id as child, e.id as episode, i.id as interview, o.id as offer, t.id as item from child c join episode e on e.child_id = c.id and not e.is_open
     join interview i on i.child_id = c.id join offer o on o.child_id = c.id
     join intelligence t on t.child_id = c.id and t.origin = 'INTERVIEW' and t.released = 'YES' where c.given_name = 'Wrenna' order by i.id, o.id, t.id limit 1`,
  );
  ids = found ?? { child: '', episode: '', interview: '', offer: '', item: '' };
});
afterAll(() => world.close());

type Deed = Readonly<Record<string, object>>;
const does = (as: string, deed: Deed, selection: string): Promise<Answer> =>
  lookedThroughBy((what) => {
    const [[mutation, input] = ['', {}]] = Object.entries(what);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    return ask(world.hub, `mutation M($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`, { as, variables: { input } });
  }, deed);
const reads = async (as: string, query: string): Promise<unknown> => (await ask(world.hub, query, { as })).data;

/** Each with a word of its own, under a key that is sent again. */
const said = (word: string): Readonly<Record<string, readonly [as: string, deed: Deed, selection: string]>> => {
  const keyed = <T extends object>(input: T): T & { key: string } => ({ key: randomUUID(), ...input });
  return {
    step: ['northmere-senior', { recordReturnStep: keyed({ episode: ids.episode, step: 'LETTER_SENT', at: AT, addressee: 'CHILD', words: `${word}step` }) }, 'id revision step { words } episode { caseRecords { words } }'],
    record: ['northmere-senior', { recordCaseRecord: keyed({ episode: ids.episode, record: 'STRATEGY_DISCUSSION', at: AT, words: `${word}record` }) }, 'id revision caseRecord { words episode { child { nhsNumber } } }'],
    concern: ['northmere-worker', { raiseConcern: keyed({ child: ids.child, concern: 'INTELLIGENCE', words: `${word}concern`, risk: 'LOW' }) }, 'id revision concern { words child { familyName } }'],
    action: ['northmere-senior', { setAction: keyed({ child: ids.child, what: `${word}action`, owner: SOCIAL_WORKER, due: DUE }) }, 'id revision caseAction { what child { nhsNumber } }'],
    ...sent('INTERVIEW', { transmitInterview: keyed({ interview: ids.interview, to: 'westhaven' }) }),
    ...sent('EPISODE', { transmit: keyed({ matter: 'EPISODE', id: ids.episode, to: 'westhaven' }) }),
    ...sent('OFFER', { transmit: keyed({ matter: 'OFFER', id: ids.offer, to: 'westhaven' }) }),
    ...sent('INTELLIGENCE', { transmit: keyed({ matter: 'INTELLIGENCE', id: ids.item, to: 'mereshire-police' }) }),
  };
};
/** It names what it is of, and no word of it. */
const SENT = 'transmission of ';
const sent = (matter: string, deed: Deed): Readonly<Record<string, readonly [as: string, deed: Deed, selection: string]>> => ({ [`${SENT}${matter}`]: ['northmere-coordinator', deed, 'transmission { matter state child { familyName } }'] });
/** What a look at what would go is answered, but for the ids in it. */
const preview = async (as: string, id: string): Promise<unknown> => {
  const { data, errors } = await ask(world.hub, `{ replayPreview(id: "${id}") { level fields } }`, { as });
  return JSON.stringify([data, errors]).replaceAll(/"reference":"[0-9a-f-]{36}"/g, '');
};
const NOBODYS = '00000000-0000-8000-8000-000000000000';
const payload = ({ data }: Answer): Readonly<Record<string, unknown>> => Object.values(data ?? {})[0] as Readonly<Record<string, unknown>>;
const HUNG = (child: string): string => `{ child(id: "${child}") { concerns { id } caseActions { what comesFrom } episodes(first: 5) { open caseRecords { words concern } returnSteps { step words } } } }`;

describe('of what is done, written and raised after a return', () => {
  it('row 14: a home is left the plan and what it is to do, and no word of where that comes from', async () => {
    expect(await reads('larkfield-manager', HUNG(ids.child))).toEqual({
      child: {
        concerns: null,
        caseActions: [{ what: 'plain action of the home', comesFrom: null }],
        episodes: [{ open: true, caseRecords: null, returnSteps: [] }, { open: false, caseRecords: null, returnSteps: [{ step: 'PREVENTION_PLAN', words: 'plain plan' }] }],
      },
    });
  });

  it.each([
    // Police read nothing that comes from a concern.
    ['mereshire-missing-team', null, null, 2],
    ['northmere-duty-team', null, null, 3],
    ['northmere-business-support', null, null, 3],
    ['northmere-reviewing-officer', null, [{ words: 'plain record', concern: null }], 3],
    ['southvale-coordinator', [], [], 3],
  ] as const)('row 14: %s follows the return, and no link says that a concern stands behind what is done', async (...[as, concerns, caseRecords, actions]) => {
    const { child } = (await reads(as, HUNG(ids.child))) as { child: { concerns: unknown; caseActions: { comesFrom: unknown }[]; episodes: { open: boolean; caseRecords: unknown }[] } };
    expect(child.concerns).toEqual(concerns);
    expect(child.caseActions.map(({ comesFrom }) => comesFrom)).toEqual(Array.from({ length: actions }, () => null));
    expect(child.episodes.filter(({ open }) => !open).map((episode) => episode.caseRecords)).toEqual([caseRecords]);
  });

  it('row 14: how the child is reached safely is read by those who ring, a host’s among them; nobody whom it can name learns that it is there', async () => {
    const ASKED = `{ child(id: "${ids.child}") { safeContact { words contact { by } } episodes(first: 5) { caseRecords { record } returnSteps { step } nextStep { lacks } } } }`;
    const OTHERS = ['larkfield-manager', 'northmere-parent', 'mereshire-missing-team', 'northmere-duty-team', 'northmere-business-support', 'westhaven-coordinator'] as const;
    const answered = () => Promise.all(OTHERS.map((as) => reads(as, ASKED)));
    const before = await answered();
    const said = { key: randomUUID(), episode: ids.episode, record: 'SAFE_CONTACT', at: AT, words: 'plain danger', contact: { by: 'plain person', notThrough: ['PARENT'] } };
    expect(payload(await does('northmere-senior', { recordCaseRecord: said }, 'caseRecord { words }'))).toMatchObject({ caseRecord: { words: 'plain danger' } });
    for (const as of ['northmere-coordinator', 'northmere-worker', 'northmere-social-worker', 'northmere-reviewing-officer', 'southvale-coordinator']) {
      expect([as, await reads(as, `{ child(id: "${ids.child}") { safeContact { words contact { by } } } }`)]).toEqual([as, { child: { safeContact: [{ words: 'plain danger', contact: { by: 'plain person' } }] } }]);
    }
    expect(await answered()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('"safeContact":[');
  });

  it('row 14: an alert says that something waits, in the same words of every child, and to nobody it is not for', async () => {
    const told = async (as: string): Promise<string> => JSON.stringify(await reads(as, '{ notices { kind about text child { familyName } } briefing(authority: "northmere") { alerts { kind about text waitsFor } } }'));
    const [concern] = await world.ingest.rows<{ id: string }>(`select id from concern where words = 'plain words that wait'`);
    expect(await told('northmere-senior')).toContain(concern?.id);
    expect(await told('northmere-senior')).not.toContain('plain words');
    for (const as of ['larkfield-manager', 'mereshire-missing-team', 'southvale-coordinator', 'northmere-business-support', 'westhaven-coordinator', 'northmere-parent']) {
      expect([as, (await told(as)).includes(concern?.id ?? '')]).toEqual([as, false]);
    }
  });

  it('row 25: who closes what a concern led to is answered with what they read of it, and not with the concern', async () => {
    const [waits] = await world.ingest.rows<{ id: string; revision: number }>(`select id, revision from concern where words = 'plain words that wait'`);
    const answer = { key: randomUUID(), concern: waits?.id, revision: waits?.revision, action: 'Sit with her.', owner: 'larkfield-homes', due: DUE };
    const set = payload(await does('northmere-senior', { acknowledgeConcern: answer }, 'caseAction { id comesFrom }')) as { caseAction: { id: string; comesFrom: string } };
    expect(set.caseAction.comesFrom).toBe(waits?.id);
    const closing = { key: randomUUID(), action: set.caseAction.id, revision: 0, state: 'DONE', outcome: 'Sat with her.' };
    const closed = await does('larkfield-manager', { closeAction: closing }, 'caseAction { what outcome comesFrom child { nhsNumber concerns { id } caseActions { id what } } }');
    expect(payload(closed)).toMatchObject({ caseAction: { what: 'Sit with her.', outcome: 'Sat with her.', comesFrom: null, child: { nhsNumber: null, concerns: null } } });
    expect(closed.text).not.toContain(waits?.id);
  });

  it('row 25: a force that records what it did reads by the answer no more than before it', async () => {
    const visit = { key: randomUUID(), episode: ids.episode, step: 'VISITED', at: AT, words: 'Seen at home.' };
    const answer = await does('mereshire-missing-team', { recordReturnStep: visit }, 'step { words } episode { caseRecords { words } child { nhsNumber concerns { words } interviews { __typename } } }');
    expect(payload(answer)).toMatchObject({ step: { words: 'Seen at home.' }, episode: { caseRecords: null, child: { nhsNumber: null, concerns: null, interviews: [{ __typename: 'InterviewNotice' }] } } });
  });

  it('rows 14, 25, 28, 36: whoever sends again what they once did is answered as of today, of every kind, and the words of it stand in no log', async () => {
    const deeds = Object.entries(said('hiddenfrom'));
    const first = new Map<string, Readonly<Record<string, unknown>>>();
    for (const [kind, [as, deed, selection]] of deeds) {
      const answer = await does(as, deed, selection);
      expect([kind, answer.errors, kind.startsWith(SENT) || answer.text.includes(`hiddenfrom${kind}`)]).toEqual([kind, [], true]);
      first.set(kind, payload(answer));
    }
    const gone = await world.ingest.rows<{ id: string; matter: string }>(`select id, matter from transmission where because = 'BY_HAND' order by matter`);
    expect(gone.map(({ matter }) => matter)).toEqual(['EPISODE', 'INTELLIGENCE', 'INTERVIEW', 'OFFER']);
    for (const { id, matter } of gone) {
      expect(await reads('northmere-senior', `{ transmission(id: "${id}") { id matter } }`)).toEqual({ transmission: { id, matter } });
      for (const as of ['northmere-worker', 'larkfield-manager', 'westhaven-coordinator', 'mereshire-missing-team', 'mereshire-intelligence']) {
        expect([as, matter, await reads(as, `{ transmission(id: "${id}") { id } transmissions { nodes { id } } }`)]).toEqual([as, matter, { transmission: null, transmissions: { nodes: [] } }]);
        expect([as, matter, await preview(as, id)]).toEqual([as, matter, await preview(as, NOBODYS)]);
      }
    }
    const shut = { key: randomUUID(), child: ids.child, revision: 0, restricted: true, reason: 'r', admitted: ['northmere-manager@northmere'] };
    expect((await does('northmere-manager', { restrict: shut }, 'id')).errors).toEqual([]);
    for (const [kind, [as, deed, selection]] of deeds) {
      const answer = await does(as, deed, selection);
      const before = Object.entries(first.get(kind) ?? {});
      expect([kind, payload(answer)]).toEqual([kind, Object.fromEntries(before.map(([name, value]) => [name, typeof value === 'object' ? null : value]))]);
    }
    for (const as of ['northmere-senior', 'northmere-worker', 'northmere-business-support', 'southvale-coordinator', 'larkfield-manager', 'northmere-reviewing-officer']) {
      expect([as, await reads(as, `{ child(id: "${ids.child}") { id } concerns { id } ownActions { child { id } } }`)]).toMatchObject([as, { child: null, concerns: [] }]);
      for (const { id, matter } of gone) {
        expect([as, matter, await reads(as, `{ transmission(id: "${id}") { id } }`), await preview(as, id)]).toEqual([as, matter, { transmission: null }, await preview(as, NOBODYS)]);
      }
      expect(JSON.stringify(await reads(as, '{ notices { about child { id } } ownActions { child { id } what } }'))).not.toContain(ids.child);
    }
    // She is missing: the duty team keeps what is needed to find her, of the open episode alone, and nothing of these.
    expect(await reads('northmere-duty-team', HUNG(ids.child))).toMatchObject({ child: { concerns: null, caseActions: null, episodes: [{ open: true, caseRecords: null, returnSteps: null }] } });
    expect(world.logged()).not.toContain('hiddenfrom');
    const kept = await Promise.all(['disclosure', 'audit_event', 'briefing_notice', 'transmission'].map((table) => world.ingest.rows<{ row: string }>(`select t::text as row from ${table} t`)));
    expect(kept.flat().filter(({ row }) => row.includes('hiddenfrom'))).toEqual([]);
  });
});
