import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aMissing } from './documents.ts';

const CHILDREN = '{ episodes { nodes { risk circumstances child { id givenName homeAddress } } } }';
const LOG = '{ disclosures { nodes { actor agency role purpose lawfulBasis outcome controllers children objects { type fields } } } }';

interface Log {
  readonly disclosures: { readonly nodes: readonly Record<string, unknown>[] };
}
const AUDITORS = ['northmere-auditor', 'southvale-auditor', 'westhaven-auditor', 'mereshire-auditor'];
const IN_SOUTHVALE = { 'Care/PlacingAuthority': 'E99000002', 'Report/MisperId': 'MP-2', 'Person/PersonId': 'P-2', 'Person/GivenName': 'Robin' };

let hub: RunningHub;
beforeEach(async () => {
  hub = await aRunningHub();
  await hub.deliver(aMissing(), aMissing({ 'Report/MisperId': 'MP-3', 'Person/PersonId': 'P-3', 'Person/GivenName': 'Tam' }), aMissing(IN_SOUTHVALE));
});
afterEach(() => hub.close());

const log = async (as: string): Promise<Log['disclosures']['nodes']> => (await hub.ask<Log>(LOG, { as })).disclosures.nodes;

it('one answer leaves one record, however many children are in it, for the auditor of their authority alone', async () => {
  const { episodes } = await hub.ask<{ episodes: { nodes: readonly { child: { id: string } }[] } }>(CHILDREN, { as: 'northmere-coordinator' });
  const shown = episodes.nodes.map(({ child }) => child.id).sort();
  expect(shown).toHaveLength(2);

  const logs = await Promise.all(AUDITORS.map(log));
  expect(logs.map((records) => records.length)).toEqual([1, 0, 0, 0]);
  const [record] = logs[0] ?? [];
  expect(record).toMatchObject({
    actor: 'northmere-coordinator',
    agency: 'northmere',
    role: 'HUB_COORDINATOR',
    purpose: 'SAFEGUARDING',
    lawfulBasis: 'PUBLIC_TASK',
    controllers: ['northmere'],
  });
  expect([...(record?.['children'] as string[])].sort()).toEqual(shown);
});

it('it names the fields that were shown, and never what was in them', async () => {
  await hub.ask(CHILDREN, { as: 'mereshire-missing-team' });
  const records = await log('northmere-auditor');
  const objects = records.flatMap(({ objects: those }) => those as { type: string; fields: string[] }[]);
  const ofChild = objects.find(({ type }) => type === 'Child');
  expect([...(ofChild?.fields ?? [])].sort()).toEqual(['givenName', 'homeAddress', 'id']);
  expect(JSON.stringify(records)).not.toMatch(/Wrenna|Tam|Robin|Imaginary|garden/);
});

it('an answer with children of two authorities is told to each of its own', async () => {
  const { episodes } = await hub.ask<{ episodes: { nodes: readonly { child: { id: string; givenName: string } }[] } }>(CHILDREN, { as: 'mereshire-missing-team' });
  const idsOf = (...names: string[]) => episodes.nodes.filter(({ child }) => names.includes(child.givenName)).map(({ child }) => child.id).sort();
  const childrenIn = async (as: string) => (await log(as)).map(({ children }) => [...(children as string[])].sort());
  expect(await childrenIn('northmere-auditor')).toEqual([idsOf('Wrenna', 'Tam')]);
  expect(await childrenIn('southvale-auditor')).toEqual([idsOf('Robin')]);
});

it.each(['northmere-coordinator', 'mereshire-missing-team', 'larkfield-manager'])('%s reads nothing of it', async (as) => {
  await hub.ask(CHILDREN, { as: 'northmere-coordinator' });
  expect(await log(as)).toEqual([]);
});
