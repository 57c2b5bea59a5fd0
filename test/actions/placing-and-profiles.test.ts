import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { recordPlacement, type RecordPlacement } from '../../src/actions/record-placement.ts';
import { recordProfile, type RecordProfile } from '../../src/actions/record-profile.ts';
import { reportMissing, type ReportMissing } from '../../src/actions/report-missing.ts';
import type { Reported } from '../../src/actions/state-report.ts';
import { fields } from '../gate/a-gate.ts';
import { aDecidingHub, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

type Sent<Input> = Partial<Input> & { readonly as?: string };
const NEW = { givenName: 'Tarn', familyName: 'Inventfield', dateOfBirth: '2010-02-03', gender: 'MALE' } as const;
const missing = ({ as = 'hal', ...changed }: Sent<ReportMissing> = {}): Promise<Reported> =>
  reportMissing(hub.services, actor(as), { key: randomUUID(), missingSince: '2025-11-20T06:30:00Z', ...changed }, MORNING);
const place = ({ as = 'bea', ...changed }: Sent<RecordPlacement> = {}): Promise<Acted> =>
  recordPlacement(hub.services, actor(as), { key: randomUUID(), from: '2025-11-01', urn: 'SC900002', ...(changed.newChild ? {} : { child: hub.child }), ...changed }, MORNING);
const profile = ({ as = 'hal', ...changed }: Sent<RecordProfile> = {}): Promise<Acted> =>
  recordProfile(hub.services, actor(as), { key: randomUUID(), child: hub.child, friends: 'Fenn Madeup', ...changed }, MORNING);

const operation = { name: 'ATest', hash: 'a hash' };
const OWN = { HomeProfile: fields('friends', 'revision') };
const reads = (who: string, id = hub.child): Promise<Record<string, unknown> | null> => {
  const wanted = { Child: [...fields('givenName', 'responsibleAuthorities', 'profiles', 'missingNow'), { name: 'homeProfiles', key: 'homeProfiles', first: 5, sub: OWN }] };
  return hub.gate.row(actor(who).viewer, { root: { name: 'child', id }, wanted, operation, now: MORNING });
};

describe('a child nobody has a record of', () => {
  test('reported by its home is that home’s, the authority’s it names, and the area’s police’s', async () => {
    const { child } = await missing({ newChild: { ...NEW, placementUrn: 'SC900001', responsibleAuthority: 'northmere' } });
    for (const who of ['hal', 'nia', 'hew', 'pim']) {
      expect(await reads(who, child)).toMatchObject({ givenName: 'Tarn', missingNow: true });
    }
    expect(await reads('ash', child)).toBeNull();
    expect(await reads('gil', child)).toBeNull();
    const told = await hub.ingest.rows<{ to: string[] }>(`select n."to" from briefing_notice n join child c on n.child = any (c.record_ids) where c.id = $1 and n.kind = 'CHILD_MISSING' order by n.step`, [child]);
    expect(told.map(({ to }) => to)).toEqual([['HUB_COORDINATOR:northmere'], ['EDT:northmere']]);
  });

  test('goes with the report that was a mistake', async () => {
    const { child, id } = await missing({ newChild: { ...NEW, placementUrn: 'SC900001', responsibleAuthority: 'northmere' } });
    await missing({ id, revision: 1, withdraw: true });
    expect(await reads('nia', child)).toBeNull();
  });

  test('is the authority’s that reports it, unless it says whose it is', async () => {
    const own = await missing({ as: 'bea', newChild: NEW });
    expect(await reads('nia', own.child)).toMatchObject({ responsibleAuthorities: ['northmere'] });
    const guest = await missing({ as: 'hew', newChild: { ...NEW, givenName: 'Orla', responsibleAuthority: 'northmere' } });
    expect(await reads('hew', guest.child)).toMatchObject({ responsibleAuthorities: ['northmere'] });
  });

  test('is named by a home only with a home of its own, and by nobody with an authority there is not', async () => {
    for (const placementUrn of [undefined, 'SC900002', 'SC999999']) {
      await expect(missing({ newChild: { ...NEW, placementUrn } })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"newChild.placementUrn"') as unknown });
    }
    await expect(missing({ as: 'bea', newChild: { ...NEW, responsibleAuthority: 'larkfield' } })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(missing({ as: 'sia', newChild: NEW })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('who is known after all is reported with the record there is: to the duty team too, that sees nobody who is not missing', async () => {
    const newChild = { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06' };
    const { child, warnings } = await missing({ as: 'ede', newChild });
    expect(child).toBe(hub.child);
    expect(warnings).toContainEqual(expect.stringContaining('known already'));
    expect(await hub.ingest.rows(`select person from identity_question`)).toEqual([{ person: 'ede' }]);
  });

  test('who is so named and another’s stays another child', async () => {
    const newChild = { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06', placementUrn: 'SC900002' };
    const { child } = await missing({ as: 'ash', newChild });
    expect(child).not.toBe(hub.child);
    expect(await reads('ash')).toBeNull();
  });
});

describe('a placement typed in', () => {
  test('lets its home see the child, until it is withdrawn', async () => {
    expect(await reads('ash')).toBeNull();
    const { id, revision } = await place();
    expect(await reads('ash')).toMatchObject({ givenName: 'Wrenna' });
    await place({ id, revision, withdraw: true });
    expect(await reads('ash')).toBeNull();
  });

  test('is changed at the revision that was read, by the agency that keeps it', async () => {
    const { id } = await place({ as: 'hew' });
    await expect(place({ as: 'bea', id, revision: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(place({ as: 'hew', id, revision: 0 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await place({ as: 'hew', id, revision: 1, until: '2025-11-10' })).toMatchObject({ id, revision: 2 });
    expect(await reads('ash')).toBeNull();
  });

  test('of a child nobody has a record of makes one', async () => {
    const { child } = await place({ newChild: NEW });
    expect(await reads('nia', child)).toMatchObject({ givenName: 'Tarn', responsibleAuthorities: ['northmere'] });
    expect(await reads('ash', child)).toMatchObject({ givenName: 'Tarn' });
  });

  test('is refused what cannot be by name, and kept where no home is known', async () => {
    await expect(place({ as: 'hal' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(place({ from: null })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"from"') as unknown });
    await expect(place({ until: '2025-10-01' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"until"') as unknown });
    expect((await place({ urn: 'SC999999' })).warnings).toContainEqual(expect.stringContaining('no home'));
    await expect(place({ as: 'gil' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a profile kept ready', () => {
  test('is for who wrote it and the authority; for police and host only while the child is missing', async () => {
    await profile();
    expect(await reads('hal')).toMatchObject({ homeProfiles: [{ friends: 'Fenn Madeup', revision: 1 }] });
    expect(await reads('nia')).toMatchObject({ profiles: [{ friends: 'Fenn Madeup', originator: 'larkfield' }] });
    expect(JSON.stringify([await reads('pim'), await reads('hew')])).not.toContain('Fenn Madeup');
    await missing({ as: 'bea', child: hub.child });
    for (const who of ['pim', 'hew']) {
      expect(await reads(who)).toMatchObject({ profiles: [{ friends: 'Fenn Madeup' }] });
    }
  });

  test('is never for another home, nor what a social worker wrote for the home', async () => {
    await profile();
    await profile({ as: 'sia', friends: 'Gorse Madeup' });
    expect(JSON.stringify(await reads('hal'))).not.toContain('Gorse Madeup');
    // The authority says where the child is now, and knows better than what the police were told.
    await place();
    expect(await reads('hal')).toBeNull();
    expect(await reads('ash')).toMatchObject({ homeProfiles: [] });
    expect(await reads('sia')).toMatchObject({ profiles: expect.arrayContaining([expect.objectContaining({ friends: 'Gorse Madeup' })]) as unknown });
  });

  test('is changed and withdrawn by who wrote it', async () => {
    const { id } = await profile();
    await expect(profile({ as: 'sia', id, revision: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await profile({ id, revision: 1, friends: 'Nobody.' })).toMatchObject({ id, revision: 2 });
    await profile({ id, revision: 2, withdraw: true });
    expect(await reads('nia')).toMatchObject({ profiles: [] });
  });

  test('says something, and is written by nobody who merely sees the child', async () => {
    await expect(profile({ friends: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(profile({ as: 'nia' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(profile({ as: 'ash' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
