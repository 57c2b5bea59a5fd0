import { randomUUID } from 'node:crypto';
import { ask, type Answer } from '../http/a-hub.ts';
import { aToldWorld, type ToldWorld } from './a-told-world.ts';

let world: ToldWorld;
let wrenna: string;
let tamsin: string;
let episode: string;
beforeAll(async () => {
  world = await aToldWorld();
  const found = await world.ingest.rows<{ id: string; name: string; episode: string }>(
    `select c.id, c.given_name as name, (select e.id from episode e where e.child_id = c.id order by e.missing_from_at limit 1) as episode from child c`,
  );
  wrenna = found.find(({ name }) => name === 'Wrenna')?.id ?? '';
  tamsin = found.find(({ name }) => name === 'Tamsin')?.id ?? '';
  episode = found.find(({ name }) => name === 'Wrenna')?.episode ?? '';
});
afterAll(() => world.close());

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
function tries(as: string, what: Readonly<Record<string, object>>, answer = 'id'): Promise<Answer> {
  const [[mutation, input] = ['', {}]] = Object.entries(what);
  const query = `mutation M($input: ${capital(mutation)}Input!) { ${mutation}(input: $input) { ${answer} } }`;
  return ask(world.hub, query, { as, variables: { input: { key: randomUUID(), ...input } } });
}
interface Told {
  readonly child: { readonly id: string };
  readonly warnings: readonly string[];
}
async function told(as: string, what: Readonly<Record<string, object>>): Promise<Told> {
  const { data, errors } = await tries(as, what, 'id child { id } warnings');
  expect(errors).toEqual([]);
  // Every one of these mutations answers so.
  return Object.values(data ?? {})[0] as Told;
}
const reads = async (as: string, child: string): Promise<unknown> => (await ask(world.hub, `{ child(id: "${child}") { id } }`, { as })).data?.['child'];
const SINCE = '2025-11-20T06:30:00Z';
const NAMED = { givenName: 'Wrenna', familyName: 'Plainfield', dateOfBirth: '2011-05-06', gender: 'FEMALE' };

describe('somebody who has nothing to do with the child', () => {
  const OUTSIDERS = ['brookside-manager', 'westhaven-coordinator', 'westhaven-missing-team'];

  it.each(OUTSIDERS)('M3: %s says nothing of her by her id, nor of her episode', async (as) => {
    const item = { at: SINCE, topic: 'VEHICLE', urgency: 'ROUTINE', content: 'An invented car.', source: 'An invented neighbour.' };
    const attempts: readonly Readonly<Record<string, object>>[] = [
      { reportMissing: { child: wrenna, missingSince: SINCE } },
      { reportLocated: { episode, at: SINCE } },
      { reportReturned: { episode, at: SINCE } },
      { updateRisk: { episode, risk: 'LOW', at: SINCE } },
      { recordPlacement: { child: wrenna, from: '2025-11-01', urn: 'SC900003' } },
      { recordProfile: { child: wrenna, friends: 'An invented friend' } },
      { recordIntelligence: { child: wrenna, ...item } },
    ];
    for (const what of attempts) {
      const { errors } = await tries(as, what);
      expect([Object.keys(what), errors.map(({ extensions }) => extensions.code)]).toEqual([Object.keys(what), ['NOT_FOUND']]);
    }
    expect(await reads(as, wrenna)).toBeNull();
  });

  const BEGINNING = [
    { as: 'brookside-manager', by: 'reportMissing', with: { missingSince: SINCE }, of: { placementUrn: 'SC900003', responsibleAuthority: 'northmere' } },
    { as: 'westhaven-missing-team', by: 'reportMissing', with: { missingSince: SINCE }, of: { responsibleAuthority: 'northmere' } },
    { as: 'westhaven-coordinator', by: 'reportMissing', with: { missingSince: SINCE }, of: { responsibleAuthority: 'northmere' } },
    { as: 'westhaven-coordinator', by: 'reportMissing', with: { missingSince: SINCE }, of: {} },
    { as: 'westhaven-coordinator', by: 'recordPlacement', with: { from: '2025-11-01' }, of: {} },
  ];
  it.each(BEGINNING)('M3: $as who names her exactly by $by of $of gets a child of its own, and is answered as of a name nobody has', async ({ as, by, with: input, of }) => {
    const named = await told(as, { [by]: { ...input, newChild: { ...NAMED, ...of } } });
    const unknown = await told(as, { [by]: { ...input, newChild: { ...NAMED, ...of, givenName: `Nobody${randomUUID().replaceAll(/[^a-f]/g, '')}` } } });
    expect(named.child.id).not.toBe(wrenna);
    expect(named.warnings).toEqual(unknown.warnings);
    expect(await reads(as, wrenna)).toBeNull();
    const [row] = await world.ingest.rows<{ agencies: string[] }>('select agencies from child where id = $1', [wrenna]);
    expect(row?.agencies.filter((agency) => /^(westhaven|brookside)/.test(agency))).toEqual([]);
  });
});

describe('somebody who has to do with the child', () => {
  /** The attributes kept back from a reader of Tamsin, who is back since more than three days. */
  async function keptBack(as: string): Promise<string[]> {
    const { data, errors } = await ask(world.hub, `{ child(id: "${tamsin}") { givenName familyAddress nhsNumber homeAddress locating { id } profiles { friends } intelligence { id } interviews { __typename } riskAssessments { id } disclosure { withheld { field } } } }`, { as });
    expect(errors).toEqual([]);
    const child = data?.['child'] as { readonly disclosure: { readonly withheld: readonly { readonly field: string }[] } } | null;
    return child?.disclosure.withheld.map(({ field }) => field).sort() ?? ['all of it'];
  }

  /** Who reads more of a child who is missing, and what: whoever says so is one of them, like everybody who looks for her then. */
  const WHILE_MISSING: Readonly<Record<string, readonly string[]>> = {
    'larkfield-manager': [],
    'southvale-coordinator': ['familyAddress', 'otherAddress', 'profiles'],
    'mereshire-missing-team': ['locating', 'profiles'],
    'northmere-coordinator': [],
    'northmere-reviewing-officer': [],
  };
  it('M3: reads after saying that she is missing what the role reads of a missing child, and no more', async () => {
    const before = new Map(await Promise.all(Object.keys(WHILE_MISSING).map(async (as) => [as, await keptBack(as)] as const)));
    expect(before.get('larkfield-manager')).toContain('familyAddress');
    await told('larkfield-manager', { reportMissing: { child: tamsin, missingSince: SINCE } });
    for (const [as, opened] of Object.entries(WHILE_MISSING)) {
      const now = await keptBack(as);
      expect([as, (before.get(as) ?? []).filter((field) => !now.includes(field))]).toEqual([as, opened]);
      expect([as, now.filter((field) => before.get(as)?.includes(field) !== true)]).toEqual([as, []]);
    }
  });

  it('M3: as her host says where she is in its own area alone', async () => {
    const placed = { child: wrenna, from: '2025-11-01' };
    const { errors } = await tries('southvale-coordinator', { recordPlacement: { ...placed, urn: 'SC900002' } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const newChild = { ...NAMED, givenName: 'Orla', responsibleAuthority: 'northmere' };
    const begun = await tries('southvale-coordinator', { recordPlacement: { newChild, from: '2025-11-01', urn: 'SC900002' } });
    expect(begun.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(await reads('brookside-manager', wrenna)).toBeNull();
    await told('southvale-coordinator', { recordPlacement: { ...placed, urn: 'SC900003' } });
    expect(await reads('brookside-manager', wrenna)).toEqual({ id: wrenna });
    await told('northmere-coordinator', { recordPlacement: { ...placed, urn: 'SC900002', until: '2025-11-02' } });
  });
});
