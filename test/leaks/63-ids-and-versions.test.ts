import { randomUUID } from 'node:crypto';
import { ask } from '../http/a-hub.ts';
import { aToldWorld, type ToldWorld } from './a-told-world.ts';

const READ = '{ episodes(first: 5) { nodes { id child { id givenName episodes { id } placements { id } interviews { id } offers { id } intelligence { id } } } } }';
const LOG = '{ disclosures(first: 100) { nodes { objects { type id version level } } } }';

let world: ToldWorld;
let child: string;
beforeAll(async () => {
  world = await aToldWorld();
  const [found] = await world.ingest.rows<{ id: string }>(`select id from child where given_name = 'Wrenna'`);
  child = found?.id ?? '';
});
afterAll(() => world.close());

const does = async (as: string, what: Readonly<Record<string, object>>): Promise<{ id: string; revision: number }> => {
  const [[mutation, input] = ['', {}]] = Object.entries(what);
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${mutation}(input: $input) { id revision } }`;
  const { data, errors } = await ask(world.hub, query, { as, variables: { input: { key: randomUUID(), ...input } } });
  expect(errors).toEqual([]);
  return data?.[mutation] as { id: string; revision: number };
};
/** What somebody reads, and as which versions the auditor of the authority reads that it was shown to anybody so far. */
async function asRead(as: string): Promise<readonly [string, string[]]> {
  const read = await world.ask(as, READ);
  const { data } = await ask(world.hub, LOG, { as: 'northmere-auditor' });
  const { nodes } = data?.['disclosures'] as { nodes: { objects: { type: string }[] }[] };
  const shown = nodes.flatMap(({ objects }) => objects).filter(({ type }) => type !== 'DisclosureRecord');
  expect(shown.length).toBeGreaterThan(0);
  return [read, [...new Set(shown.map((object) => JSON.stringify(object)))].sort()];
}

const item = { at: '2025-11-14T10:00:00Z', topic: 'VEHICLE', urgency: 'ROUTINE', content: 'An invented car.', source: 'An invented neighbour.' };

describe('ids, order and versions', () => {
  it('row 63: are the same after an item for named recipients alone was recorded and graded', async () => {
    const before = await asRead('northmere-coordinator');
    const { id } = await does('mereshire-intelligence', { recordIntelligence: { child, ...item } });
    const grade = { sourceEvaluation: 'UNTESTED', assessment: 'B', handling: 'C', conditions: 'For Westhaven alone.', recipients: ['westhaven-police'] };
    await does('mereshire-intelligence', { gradeIntelligence: { intelligence: id, revision: 0, ...grade } });
    expect(await asRead('northmere-coordinator')).toEqual(before);
  });

  it('row 63: are the same to a home after an item, a draft and a decision it learns nothing of', async () => {
    const before = await asRead('larkfield-manager');
    const [found] = await world.ingest.rows<{ id: string }>(`select id from interview where child_id = $1`, [child]);
    await does('northmere-worker', { recordIntelligence: { child, interview: found?.id, ...item } });
    await does('northmere-social-worker', { decideSharing: { interview: found?.id, revision: 0, audience: 'PLACEMENT', recipient: 'larkfield-homes', decision: 'WITHHOLD' } });
    const share = { interview: found?.id, revision: 0, audience: 'HOST', recipient: 'southvale', decision: 'SHARE', level: 'FULL' };
    await does('northmere-social-worker', { decideSharing: share });
    expect(await asRead('larkfield-manager')).toEqual(before);
  });

  it('row 63: are the same to a home after somebody else came to have to do with the child', async () => {
    const before = await asRead('larkfield-manager');
    await does('northmere-coordinator', { recordRelationship: { child, revision: 0, relationship: 'LEAD_PRACTITIONER', holder: 'northmere-other-social-worker' } });
    expect(await asRead('larkfield-manager')).toEqual(before);
  });
});
