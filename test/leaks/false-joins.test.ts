import { ask } from '../http/a-hub.ts';
import type { Sending } from '../journeys/a-running-hub.ts';
import { aMissing, aTable, type Fields } from '../journeys/documents.ts';
import { aHubOfFiles, type HubOfFiles } from './a-hub-of-files.ts';

const WRENNA: Fields = { 'Care/ResponsibleAuthorityChildId': '0042', 'Person/NHSNumber': '9990001006', FamilyAddress: '2 Imaginary Row' };
/** Another force's message, made up to come near the child. */
const fromElsewhere = (fields: Fields): Sending => ({
  ...aMissing({
    'Header/ForceCode': '98',
    'Report/MisperId': 'W-1',
    'Person/PersonId': 'W-P1',
    'Person/HomeAddress': null,
    'Care/PlacingAuthority': null,
    ...fields,
  }),
  as: 'westhaven-compact-client',
});
const IN_LARKFIELD = aTable('episodes', '0042,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900001');
const WHO = 'familyName homeAddress familyAddress responsibleAuthorities';

describe('a sender who writes what another agency wrote of a child', () => {
  let world: HubOfFiles;
  let child: string;
  beforeAll(async () => {
    world = await aHubOfFiles();
  });
  beforeEach(async () => {
    await world.ingest.clear();
    await world.take(aTable('header', '0042,2,06/05/2011,WBRI,R999126000001'), IN_LARKFIELD, aMissing(WRENNA));
    child = (await world.ingest.rows<{ id: string }>('select id from child'))[0]?.id ?? '';
  });
  afterAll(() => world.close());

  const seenBy = async (as: string): Promise<unknown> => (await ask(world.hub, `{ child(id: "${child}") { ${WHO} } }`, { as })).data?.['child'];
  const hers = { familyName: 'Testfield', homeAddress: '1 Imaginary Row', familyAddress: '2 Imaginary Row', responsibleAuthorities: ['northmere'] };

  it.each<[string, Fields]>([
    ['the same name, date of birth and gender', {}],
    ['an NHS number that fails its check', { 'Person/NHSNumber': '9990001007' }],
    ['the NHS number, with another date of birth and surname', { 'Person/NHSNumber': '9990001006', 'Person/Surname': 'Otherfield', 'Person/DateOfBirth': '2009-01-02' }],
    ['the NHS number, with neither name nor date of birth', { 'Person/NHSNumber': '9990001006', 'Person/Surname': null, 'Person/GivenName': null, 'Person/DateOfBirth': null }],
    ["another force's person key, quoted as an authority's number", { 'Care/PlacingAuthority': '99', 'Care/ResponsibleAuthorityChildId': 'P-1' }],
    [
      "the authority's own number, with another date of birth",
      { 'Care/PlacingAuthority': 'E99000001', 'Care/ResponsibleAuthorityChildId': '0042', 'Person/DateOfBirth': '2011-05-07' },
    ],
    [
      "the authority's own number, with the year of birth alone",
      { 'Care/PlacingAuthority': 'E99000001', 'Care/ResponsibleAuthorityChildId': '0042', 'Person/DateOfBirth': null, 'Person/Age': '14' },
    ],
    ["the other force's own keys", { 'Person/PersonId': 'P-1', 'Report/MisperId': 'MP-1' }],
  ])('by %s comes no nearer to the child', async (_how, fields) => {
    await world.take(fromElsewhere(fields));
    expect(await world.ingest.rows('select id from child')).toHaveLength(2);
    expect(await seenBy('police@westhaven-police')).toBeNull();
    expect(await seenBy('coordinator@westhaven')).toBeNull();
    expect(await seenBy('coordinator@northmere')).toEqual(hers);
  });

  it('M1: by the UPN and another date of birth is an authority that neither gains nor takes the child', async () => {
    const westhaven = (sending: Sending): Sending => ({ ...sending, as: 'westhaven-903-client' });
    const placement = aTable('episodes', 'W9,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900003');
    await world.take(westhaven(aTable('header', 'W9,2,07/05/2011,WBRI,R999126000001')), westhaven(placement));
    expect(await seenBy('coordinator@westhaven')).toBeNull();
    expect(await seenBy('provider@brookside-care')).toBeNull();
    expect(await seenBy('coordinator@northmere')).toEqual(hers);
  });

  it('by the checked NHS number, with the name and date of birth that go with it, is a force that reports the child', async () => {
    await world.take(fromElsewhere({ 'Person/NHSNumber': '9990001006' }));
    expect(await seenBy('police@westhaven-police')).toEqual(hers);
  });

  it('and names another authority does not take the child from the authority whose own record it is', async () => {
    await world.take(fromElsewhere({ 'Person/NHSNumber': '9990001006', 'Header/SentAt': '2025-11-20T06:00:00Z', 'Care/PlacingAuthority': 'E99000003' }));
    expect(await seenBy('coordinator@northmere')).toEqual(hers);
    expect(await seenBy('coordinator@westhaven')).toBeNull();
  });

  it('and names another home does not show the child to its provider, while the authority says where the child is placed', async () => {
    await world.take(fromElsewhere({ 'Person/NHSNumber': '9990001006', 'Header/SentAt': '2025-11-20T06:00:00Z', 'Care/PlacementURN': 'SC900003' }));
    expect(await seenBy('provider@brookside-care')).toBeNull();
    expect(await seenBy('provider@larkfield-homes')).toMatchObject({ familyName: 'Testfield', homeAddress: null });
  });
});
