import { randomUUID } from 'node:crypto';
import { aChild, anEpisode, aPlacement, put } from '../gate/a-world.ts';
import { aHubWithChildren, ask } from '../http/a-hub.ts';

const STANDING = { responsible: ['northmere'], hosts: ['southvale'], forces: ['mereshire-police'], providers: ['larkfield'], missingNow: 'YES' } as const;

describe('an answer', () => {
  let hub: Awaited<ReturnType<typeof aHubWithChildren>>;
  const child = randomUUID();
  const other = randomUUID();
  beforeAll(async () => {
    hub = await aHubWithChildren();
    await put(hub.world, [
      aChild({ id: child, standing: STANDING }),
      aChild({ id: other, standing: { responsible: ['westhaven'] } }),
      aPlacement({ id: randomUUID(), child, standing: STANDING }),
      ...['01', '02', '03'].map((day) => {
        const columns = { missing_from_at: `2026-11-${day}T10:00:00Z`, risk_word: `day ${day}` };
        return anEpisode({ id: randomUUID(), child, standing: STANDING, columns });
      }),
    ]);
  });
  afterAll(() => hub.close());

  it('row 19: gives two aliases with different numbers each their own', async () => {
    const { data } = await ask(hub, `{ child(id: "${child}") { last: episodes(first: 1) { riskWord } all: episodes(first: 50) { w: riskWord } } }`);
    expect(data).toEqual({ child: { last: [{ riskWord: 'day 03' }], all: [{ w: 'day 03' }, { w: 'day 02' }, { w: 'day 01' }] } });
  });

  it('row 18: gives a hidden value under no alias, beside no other value', async () => {
    const query = `{ child(id: "${child}") { id: nhsNumber givenName: upn familyName: authorityChildId email: familyName upn: givenName __proto__: nhsNumber } }`;
    const { data, errors } = await ask(hub, query, { as: 'police@mereshire-police' });
    expect(errors).toEqual([]);
    const answer = JSON.stringify(data);
    expect(answer).toContain(`given_name of ${child}`);
    expect(answer).not.toMatch(/nhs_number|authority_child_id|"upn of/);
    expect(Object.keys(data?.['child'] ?? {})).toEqual(expect.arrayContaining(['id', 'givenName', 'familyName', 'email', 'upn']));
  });

  it('is the same for a fragment as for its fields', async () => {
    const plain = await ask(hub, `{ child(id: "${child}") { givenName disclosure { withheld { field reason } } } }`, { as: 'provider@larkfield' });
    const spread = await ask(hub, `{ child(id: "${child}") { ... on Child { givenName ...D } } } fragment D on Child { disclosure { withheld { reason field } withheld { field } } }`, {
      as: 'provider@larkfield',
    });
    expect(plain.errors).toEqual([]);
    expect(spread.data).toEqual(plain.data);
    expect(plain.text).toContain('NOT_FOR_THIS_ROLE');
  });

  it('row 17: checks every edge again: the child of an episode of a child shows no more than the child', async () => {
    const query = `{ child(id: "${child}") { episodes(first: 1) { child { nhsNumber homeAddress episodes(first: 1) { circumstances child { nhsNumber } } } } } }`;
    const { data, errors } = await ask(hub, query, { as: 'provider@larkfield' });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      child: { episodes: [{ child: { nhsNumber: null, homeAddress: null, episodes: [{ circumstances: null, child: { nhsNumber: null } }] } }] },
    });
  });

  it.each(['coordinator@northmere', 'police@mereshire-police', 'provider@larkfield', 'auditor@northmere'])(
    'to %s is the same for a child that is not theirs as for one that is not there',
    async (as) => {
      const byId = (id: string) => ask(hub, `{ child(id: "${id}") { id givenName } episode(id: "${id}") { id } }`, { as });
      const [theirs, nobodys, nonsense] = [await byId(other), await byId(randomUUID()), await byId("' or 1=1")];
      expect(theirs.text).toBe('{"data":{"child":null,"episode":null}}\n');
      expect([nobodys.text, nonsense.text]).toEqual([theirs.text, theirs.text]);
    },
  );

  it('goes from page to page by cursors that are good for this reader alone', async () => {
    const query = 'query Q($after: String) { episodes(first: 2, after: $after) { edges { cursor node { riskWord } } nodes { riskWord } pageInfo { hasNextPage endCursor } } }';
    const first = await ask(hub, query);
    const page = first.data?.['episodes'] as { edges: { cursor: string }[]; pageInfo: { endCursor: string } };
    expect(page).toMatchObject({ nodes: [{ riskWord: 'day 03' }, { riskWord: 'day 02' }], pageInfo: { hasNextPage: true } });
    expect(page.pageInfo.endCursor).toBe(page.edges[1]?.cursor);
    const variables = { after: page.pageInfo.endCursor };
    const second = await ask(hub, query, { variables });
    expect(second.data).toMatchObject({ episodes: { nodes: [{ riskWord: 'day 01' }], pageInfo: { hasNextPage: false } } });
    const stolen = await ask(hub, query, { variables, as: 'police@mereshire-police' });
    expect(stolen.errors[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('holds only episodes that the filter leaves, in the order asked for', async () => {
    const query = '{ episodes(filter: { open: true, risk: [HIGH, HIGH], missingFrom: "2026-11-02T00:00:00Z", kind: null }, orderBy: MISSING_SINCE_EARLIEST) { nodes { riskWord } } }';
    expect((await ask(hub, query)).data).toEqual({ episodes: { nodes: [{ riskWord: 'day 02' }, { riskWord: 'day 03' }] } });
  });

  it('is the briefing with what each of its lists asked for, under the names it asked by', async () => {
    const query = `{ briefing(authority: "northmere") { at
      missing { inWords sources e: episode { riskWord c: child { givenName } } child { familyName now: placement { home: homeName } } lastEpisodes { riskWord } }
      returned { episode { upTo: riskWord } }
      quarantine { id } sources { system } } }`;
    const { data, errors } = await ask(hub, query);
    expect(errors).toEqual([]);
    const briefing = data?.['briefing'] as { at: string; missing: { e: object; lastEpisodes: object[] }[] };
    expect(briefing.at).toBe('2026-11-20T08:00:00.000Z');
    expect(briefing.missing).toHaveLength(3);
    expect(briefing.missing.map(({ e }) => e)).toContainEqual({ riskWord: 'day 01', c: { givenName: `given_name of ${child}` } });
    expect(briefing.missing[0]).toMatchObject({ child: { now: { home: expect.stringContaining('home_name of') as string } } });
    expect(briefing.missing[0]?.lastEpisodes).toEqual([{ riskWord: 'day 03' }, { riskWord: 'day 02' }, { riskWord: 'day 01' }]);
  });

  it('writes down the operation by its name and the hash of its text', async () => {
    await ask(hub, `query Named { child(id: "${child}") { id } }`);
    const { rows } = await hub.world.client.query<{ operation_hash: string }>(`select operation_hash from disclosure where operation = 'Named'`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.operation_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of the log shows the auditor who was shown which fields, and no value', async () => {
    await ask(hub, `query Looked { child(id: "${child}") { givenName } }`);
    const query = '{ disclosures(first: 100) { nodes { operation actor objects { type id fields } } pageInfo { hasNextPage } } }';
    const { data, errors, text } = await ask(hub, query, { as: 'auditor@northmere' });
    expect(errors).toEqual([]);
    const { nodes } = data?.['disclosures'] as { nodes: { operation: string; objects: { fields: string[] }[] }[] };
    const looked = nodes.find(({ operation }) => operation === 'Looked');
    expect(looked).toMatchObject({ actor: 'coordinator-northmere', objects: [{ type: 'Child', id: child }] });
    expect(looked?.objects[0]?.fields).toContain('givenName');
    expect(text).not.toContain('given_name of');
  });
});
