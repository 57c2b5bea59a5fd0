import { randomUUID } from 'node:crypto';
import { ask, type Answer } from '../http/a-hub.ts';
import { lookedThroughBy } from '../support/looked-through.ts';
import { aToldWorld, type ToldWorld } from './a-told-world.ts';

const ITEM = { at: '2025-11-14T10:00:00Z', topic: 'VEHICLE', urgency: 'ROUTINE', content: 'An invented car.', source: 'An invented neighbour.' };

let world: ToldWorld;
let ids: Readonly<Record<'wrenna' | 'tamsin' | 'episode' | 'interview' | 'closed', string>>;
beforeAll(async () => {
  world = await aToldWorld({ wrenna: { forSomebodyElse: 'hidden content of a closed item' } });
  const [found] = await world.ingest.rows<typeof ids>(
    `select w.id as wrenna, t.id as tamsin, i.id as interview, c.id as closed, e.id as episode from child w
     join child t on t.given_name = 'Tamsin' join interview i on i.child_id = w.id join intelligence c on c.child_id = w.id and c.handling = 'C'
     join episode e on e.child_id = w.id and not e.is_open where w.given_name = 'Wrenna'`,
  );
  ids = found ?? { wrenna: '', tamsin: '', episode: '', interview: '', closed: '' };
});
afterAll(() => world.close());

const tries = (as: string, what: Readonly<Record<string, object>>, selection = 'id revision'): Promise<Answer> => {
  const [[mutation, input] = ['', {}]] = Object.entries(what);
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return ask(world.hub, `mutation M($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`, { as, variables: { input: { key: randomUUID(), ...input } } });
};
const reads = async (as: string, query: string): Promise<unknown> => (await ask(world.hub, query, { as })).data;
/** What an error says, but for the reference that is another each time. */
const refusal = ({ data, errors }: Answer): unknown => [data, errors.map(({ message, extensions: { code, remedy } }) => [message, code, remedy])];

const READ = (id: string): string => `{ interview(id: "${id}") { __typename state ... on FullInterview { reasons placesStayed sharing { state } } ... on RedactedInterview { redactedText } } }`;

describe('of what is told of a child', () => {
  it('row 14: no link gives a title or a preview of what its own rules hide', async () => {
    const [item] = await world.ingest.rows<{ id: string }>(`select id from intelligence where child_id = $1 and handling = 'P'`, [ids.wrenna]);
    const linked = `{ intelligence(id: "${item?.id ?? ''}") { id ... on FullIntelligence { interview { __typename ... on FullInterview { reasons } } child { nhsNumber } } } }`;
    expect(await reads('mereshire-intelligence', linked)).toEqual({ intelligence: { id: item?.id, interview: { __typename: 'InterviewNotice' }, child: { nhsNumber: null } } });
    const hung = `{ child(id: "${ids.wrenna}") { intelligence { id } offers { id } safetyNotes { id } interviews { __typename } } }`;
    expect(await reads('larkfield-manager', hung)).toEqual({ child: { intelligence: null, offers: null, safetyNotes: [], interviews: [{ __typename: 'InterviewNotice' }] } });
  });

  it.each([
    ['northmere-worker', (id: string) => ({ recordIntelligence: { child: ids.wrenna, id, revision: 1, ...ITEM } })],
    ['northmere-senior', (id: string) => ({ authoriseSharing: { intelligence: id, revision: 0, authorised: true, reason: 'r' } })],
    ['northmere-coordinator', (id: string) => ({ reviewEmergencyAccess: { emergency: id, revision: 0, outcome: 'JUSTIFIED', note: 'n' } })],
    ['northmere-senior', (id: string) => ({ approveRedaction: { redaction: id, revision: 1 } })],
    ['northmere-worker', (id: string) => ({ recordAttempt: { offer: id, at: '2025-11-14', method: 'VISIT' } })],
  ] as const)('row 15: to %s the id of a hidden item is the same as one of nothing, in whatever is done', async (as, deed) => {
    expect(await reads(as, `{ intelligence(id: "${ids.closed}") { id } }`)).toEqual({ intelligence: null });
    const hidden = await tries(as, deed(ids.closed));
    expect(refusal(hidden)).toEqual(refusal(await tries(as, deed(randomUUID()))));
    expect(hidden.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('row 15: to whom an interview is hidden its id is the same as one of nothing, when something is said to come from it', async () => {
    const named = (interview: string) => ({ recordIntelligence: { child: ids.wrenna, interview, ...ITEM } });
    const hidden = await tries('westhaven-missing-team', named(ids.interview));
    expect(refusal(hidden)).toEqual(refusal(await tries('westhaven-missing-team', named(randomUUID()))));
  });

  it('row 57: what stands ready for a home is its text alone, and before it is approved not even that', async () => {
    const rows = await world.ingest.rows<{ recipient: string; row: string }>(`select recipient, to_jsonb(t)::text as row from interview_redacted t where interview = $1`, [ids.interview]);
    expect(rows.map(({ recipient }) => recipient)).not.toContain('larkfield-homes');
    expect(rows.map(({ row }) => row).join()).not.toMatch(/plain words of the child|plain yard|A plain draft/);
    expect(await reads('larkfield-manager', READ(ids.interview))).toEqual({ interview: { __typename: 'InterviewNotice', state: 'COMPLETED' } });
  });

  it('rows 37, 38: readers of every level at once each get what they get alone, the fullest first', async () => {
    const personas = ['northmere-coordinator', 'larkfield-manager', 'northmere-worker', 'mereshire-missing-team', 'southvale-coordinator', 'westhaven-coordinator'];
    const alone = new Map<string, string>();
    for (const as of personas) {
      alone.set(as, await world.ask(as, READ(ids.interview)));
    }
    expect(new Set(alone.values()).size).toBe(3);
    const together = Array.from({ length: 20 }, () => personas).flat();
    const answers = await Promise.all(together.map((as) => world.ask(as, READ(ids.interview))));
    expect(answers).toEqual(together.map((as) => alone.get(as)));
  });

  it('row 66: emergency access reaches neither another child, nor a source, nor an item for others', async () => {
    const as = 'northmere-duty-team';
    expect((await tries(as, { openEmergencyAccess: { child: ids.wrenna, reason: 'She rang at night.' } })).errors).toEqual([]);
    expect(await reads(as, READ(ids.interview))).toMatchObject({ interview: { __typename: 'FullInterview' } });
    const items = `{ child(id: "${ids.wrenna}") { intelligence { __typename id ... on FullIntelligence { content source } } } }`;
    const { child } = (await reads(as, items)) as { child: { intelligence: { id: string; content: string; source: string | null }[] } };
    expect(child.intelligence.map(({ content, source }) => [content, source])).toEqual([['plain content of an item', null]]);
    const [other] = await world.ingest.rows<{ id: string }>('select id from interview where child_id = $1', [ids.tamsin]);
    expect(await reads(as, READ(other?.id ?? ''))).not.toMatchObject({ interview: { __typename: 'FullInterview' } });
  });

  it('rows 25, 28: whoever sends again what they once did reads what came of it as of today, and not as of then', async () => {
    const key = randomUUID();
    const input = { key, child: ids.wrenna, episodes: [ids.episode], state: 'COMPLETED', at: '2025-11-15', answers: { reasons: 'Other invented words.' }, locating: { peopleWith: ['Hiddenname'] } };
    const selection = 'id revision interview { ... on FullInterview { reasons } }';
    const { data } = await tries('northmere-worker', { recordInterview: input }, selection);
    const first = data?.['recordInterview'] as { id: string };
    expect(first).toMatchObject({ interview: { reasons: 'Other invented words.' } });
    const restricting = { interview: first.id, revision: 0, restricted: true, reason: 'r', admitted: ['northmere-manager@northmere'] };
    expect((await tries('northmere-manager', { restrict: restricting })).errors).toEqual([]);
    const again = await tries('northmere-worker', { recordInterview: input }, selection);
    expect(again.data).toEqual({ recordInterview: { ...first, interview: null } });
    // The duty team's emergency access stops at a restriction too.
    expect(await reads('northmere-duty-team', READ(first.id))).toEqual({ interview: null });
  });

  it('row 14: one that is restricted leaves no trace among what hangs from its child', async () => {
    const hung = `{ child(id: "${ids.wrenna}") { interviews { id state } episodes { interviews { id } } } }`;
    const seen = JSON.stringify(await reads('northmere-coordinator', hung));
    const [restricted] = await world.ingest.rows<{ id: string }>(`select id from interview where restricted = 'YES'`);
    expect(seen).toContain(ids.interview);
    expect(seen).not.toContain(restricted?.id);
  });

  it('row 1: a safety note is no way to ask what an interview names that its writer does not read', async () => {
    const [restricted] = await world.ingest.rows<{ id: string }>(`select id from interview where restricted = 'YES'`);
    expect(await reads('northmere-senior', READ(restricted?.id ?? ''))).toEqual({ interview: null });
    const note = (watchFor: string) => ({ child: ids.wrenna, revision: 0, recipient: 'larkfield-homes', watchFor, doThis: 'Sit with her.', ring: '01632 960000' });
    const codes = async (as: string, watchFor: string): Promise<unknown[]> => (await lookedThroughBy((what) => tries(as, what), { writeSafetyNote: note(watchFor) })).errors.map(({ extensions }) => extensions.code);
    expect(await codes('northmere-senior', 'plain yard')).toEqual(['BAD_INPUT']);
    expect(await codes('northmere-senior', 'Hiddenname')).toEqual([]);
    // A host that reads the notice alone learns nothing either.
    expect(await codes('southvale-senior', 'plain yard')).toEqual([]);
  });
});
