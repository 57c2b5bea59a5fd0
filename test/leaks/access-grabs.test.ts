import { ask } from '../http/a-hub.ts';
import type { SigningKey } from '../support/a-signature.ts';
import { aMissing, aTable } from '../journeys/documents.ts';
import { aHubOfFiles, type HubOfFiles } from './a-hub-of-files.ts';
import { ADAPTERS, aGrabbersKey, directoryOfGrabbers, GRABBING, type Claim } from './grabbing-senders.ts';

/** Wrenna as everybody may know her, and with the numbers that few know. */
const NAMED: Claim = { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06', nhsNumber: null, upn: null, number: null };
const NUMBERS = { nhsNumber: '9990001006', upn: 'R999126000001', number: '0042' };
const READERS = ['coordinator@westhaven', 'senior@westhaven', 'police@westhaven-police', 'bureau@westhaven-police', 'provider@brookside-care'];
const STANDINGS = ['responsible', 'hosts', 'forces', 'providers', 'candidates', 'intelligence_agencies'] as const;

/**
 * What a sender gains who knows a number of the child and who goes with it: only what its own word is taken for. An authority
 * whose system keeps the child claims it, and the authority whose child it was is told so; a force that reports the child looks
 * for it; an authority that says whose child it is and that it is placed with it hosts it until that authority says where it is.
 */
const GAINED: Readonly<Record<string, readonly string[]>> = {
  'police-compact': ['westhaven-police forces'],
  'police-intelligence': [],
  ssda903: ['westhaven responsible'],
  eclipse: [],
  mosaic: ['westhaven responsible'],
  lcs: ['westhaven responsible'],
  liberi: ['westhaven responsible'],
  ehm: ['westhaven responsible'],
  'authority-exchange': [],
};

let world: HubOfFiles;
let key: SigningKey;
let child: string;
beforeAll(async () => {
  key = await aGrabbersKey();
  const directory = directoryOfGrabbers(key);
  world = await aHubOfFiles({ adapters: ADAPTERS, directory: () => directory });
});
beforeEach(async () => {
  await world.ingest.clear();
  await world.take(
    aTable('header', `0042,2,06/05/2011,WBRI,${NUMBERS.upn}`),
    aTable('episodes', '0042,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900001'),
    aMissing({ 'Care/ResponsibleAuthorityChildId': '0042', 'Person/NHSNumber': NUMBERS.nhsNumber }),
  );
  child = (await world.ingest.rows<{ id: string }>(`select id from child where 'northmere' = any (responsible)`))[0]?.id ?? '';
});
afterAll(() => world.close());

async function readBy(as: string): Promise<unknown> {
  const { data, errors } = await ask(world.hub, `{ child(id: "${child}") { givenName familyName } }`, { as });
  expect(errors).toEqual([]);
  return data?.['child'];
}
const readers = async (): Promise<string[]> => {
  const read = await Promise.all(READERS.map(async (as) => ((await readBy(as)) === null ? [] : [as])));
  return read.flat();
};
/** What the stranger's agencies are to the child now. */
async function standing(): Promise<string[]> {
  const [row] = await world.ingest.rows<Record<string, readonly string[]>>(`select ${STANDINGS.join(', ')} from child where $1::uuid = any (record_ids)`, [child]);
  const all = STANDINGS.flatMap((name) => (row?.[name] ?? []).map((agency) => `${agency} ${name}`));
  return all.filter((one) => /^(westhaven|brookside)/.test(one));
}
async function takes(says: (typeof GRABBING)[number]['says'], claim: Claim): Promise<void> {
  const [receipt] = await world.ingest.ingest(await says(claim, key));
  expect(await world.ingest.rows('select state, refused from source_document where id = $1', [receipt?.document])).toEqual([{ state: 'TAKEN', refused: 0 }]);
}

describe('a sender who has nothing to do with the child', () => {
  it('is one for every adapter there is', () => {
    expect(GRABBING.map(({ adapter }) => adapter).sort()).toEqual([...ADAPTERS.keys()].sort());
    expect(Object.keys(GAINED).sort()).toEqual([...ADAPTERS.keys()].sort());
  });

  it.each(GRABBING)('M2: is let no nearer by $adapter with the name, the date of birth and the gender', async ({ says }) => {
    await takes(says, NAMED);
    expect(await readers()).toEqual([]);
    expect(await standing()).toEqual([]);
  });

  const numbered = GRABBING.flatMap(({ adapter, says, numbers }) => numbers.map((number) => ({ adapter, says, number })));
  it.each(numbered)('M2: is let no nearer by $adapter with her $number and somebody else’s name and date of birth', async ({ says, number }) => {
    await takes(says, { ...NAMED, familyName: 'Otherfield', dateOfBirth: '2009-01-02', [number]: NUMBERS[number] });
    expect(await readers()).toEqual([]);
    expect(await standing()).toEqual([]);
  });

  it.each(numbered)('M2: gains by $adapter with her $number and who goes with it what its own word is taken for, and no more', async ({ adapter, says, number }) => {
    await takes(says, { ...NAMED, [number]: NUMBERS[number] });
    expect(await standing()).toEqual(GAINED[adapter]);
    const ofAgencies = (GAINED[adapter] ?? []).map((one) => one.split(' ')[0] ?? '');
    expect((await readers()).filter((as) => !ofAgencies.includes(as.split('@')[1] ?? ''))).toEqual([]);
    expect(await readBy('coordinator@northmere')).toEqual({ givenName: 'Wrenna', familyName: 'Testfield' });
  });

  describe('M4: who has her UPN and tries one date of birth after another', () => {
    const DAYS = ['01', '02', '03', '04', '05', '06'];
    const row = (number: string, day: string): string => `${number},2,${day}/05/2011,WBRI,${NUMBERS.upn}`;
    const EXTRACTS = {
      'corrects one record': DAYS.map((day) => [row('0777', day)]),
      'makes a record for each': DAYS.map((_, last) => DAYS.slice(0, last + 1).map((day) => row(`07${day}`, day))),
    };

    it.each(Object.entries(EXTRACTS))('and %s, is let no nearer by the right one', async (_, extracts) => {
      for (const [place, rows] of extracts.entries()) {
        await world.ingest.ingest({ ...aTable('header', ...rows), agency: 'westhaven', system: 'westhaven-903', extracted: `2025-11-1${String(place)}T06:00:00Z` });
      }
      expect(await world.ingest.rows('select distinct state from source_document')).toEqual([{ state: 'TAKEN' }]);
      expect(await standing()).toEqual([]);
      expect(await readers()).toEqual([]);
    });

    it('is shown in no pair how the fifth guess compares with her', async () => {
      for (const [place, rows] of EXTRACTS['corrects one record'].slice(0, -1).entries()) {
        await world.ingest.ingest({ ...aTable('header', ...rows), agency: 'westhaven', system: 'westhaven-903', extracted: `2025-11-1${String(place)}T06:00:00Z` });
      }
      const { text } = await ask(world.hub, '{ matchReview { nodes { evidence { how of } } } }', { as: 'coordinator@westhaven' });
      expect(text).toBe('{"data":{"matchReview":{"nodes":[]}}}\n');
    });
  });

  it('M2: that is an authority and claims her is flagged to the authority whose child she is', async () => {
    const mosaic = GRABBING.find(({ adapter }) => adapter === 'mosaic');
    await takes(mosaic?.says ?? (() => Promise.reject(new TypeError('there is one'))), { ...NAMED, nhsNumber: NUMBERS.nhsNumber });
    const { text } = await ask(world.hub, `{ child(id: "${child}") { flags { code } } }`, { as: 'coordinator@northmere' });
    expect(text).toContain('RESPONSIBLE_DISPUTED');
  });
});
