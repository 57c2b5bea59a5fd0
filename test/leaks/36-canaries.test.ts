import { buildSchema } from '../../src/api/build-schema.ts';
import { ask } from '../http/a-hub.ts';
import type { Sending } from '../journeys/a-running-hub.ts';
import { aMissing, aTable, type Fields } from '../journeys/documents.ts';
import { aHubOfFiles, type HubOfFiles } from './a-hub-of-files.ts';
import { everyQuery } from './every-query.ts';

/** No word of any code, so that wherever it turns up it came from a file or a query. */
const CANARY = 'Zzq';
const TEXTS =
  'Report/MisperId Report/ReportedMissingBy Report/MissingFrom Report/Circumstances Person/PersonId Person/GivenName Person/Surname Person/Ethnicity Person/HomeAddress Person/Telephone Person/Email Person/Build Person/Complexion Person/HairColour Person/EyeColourLeft Person/EyeColourRight Person/DistinguishingFeatures Person/PhotographRef LastSeen/With LastSeen/Place FamilyAddress OtherAddress Care/ResponsibleAuthorityChildId ActionsTaken RiskFactors InformedPersons IncidentRef Header/MessageId'.split(
    ' ',
  );
/** Something of its own in every text that a police message has. */
const TOLD: Fields = Object.fromEntries(TEXTS.map((path) => [path, `${CANARY}-${path.replaceAll('/', '-')}`]));
const CHILD = `${CANARY}-Care-ResponsibleAuthorityChildId`;

const police = aMissing({ ...TOLD, 'Care/PlacementURN': 'SC900001', 'Person/NHSNumber': '9990001006' });
const spoilt = (change: (text: string) => string): Sending => ({ ...police, bytes: change(String(police.bytes)) });
const GOOD: readonly Sending[] = [
  aTable('header', `${CHILD},2,06/05/2011,${CANARY}-ethnic,${CANARY}-upn`),
  aTable('episodes', `${CHILD},01/05/2025,${CANARY}-r,${CANARY}-l,${CANARY}-c,${CANARY}-p,${CANARY}-pp,,,,${CANARY}-hp,${CANARY}-plp,SC900001`),
  aTable('missing', `${CHILD},06/05/2011,M,18/11/2025,`),
  police,
];
const REFUSED: readonly Sending[] = [
  spoilt((text) => text.slice(0, 700)),
  spoilt((text) => text.replace('<Person>', `<${CANARY}>x</${CANARY}><Person>`)),
  spoilt((text) => text.replace('<Header>', `<Header ${CANARY}="${CANARY}">`)),
  spoilt((text) => text.replace('schemaVersion="1"', `schemaVersion="${CANARY}"`)),
  spoilt((text) => text.replace('encoding="UTF-8"', `encoding="${CANARY}"`)),
  spoilt((text) => text.replace('?>', `?><!DOCTYPE x [<!ENTITY ${CANARY} "${CANARY}">]>`)),
  spoilt((text) => text.replace('2025-11-19T22:30:00Z', `${CANARY}-time`)),
  spoilt((text) => text.replace('>MISSING<', `>${CANARY}<`)),
  spoilt((text) => text.replace('Zzq-ActionsTaken', 'Zzq-said-otherwise-at-the-same-time')),
  aTable('header', `"${CANARY} is never closed`),
  aTable('missing', `${CANARY},${CANARY},${CANARY},${CANARY},${CANARY}`),
  { ...aTable('header'), bytes: `${CANARY},${CANARY}\r\n1,2` },
];

const STRANGERS = ['coordinator@westhaven', 'police@westhaven-police', 'provider@brookside-care', 'auditor@westhaven', 'auditor@northmere'];
const KNOWN = ['coordinator@northmere', 'coordinator@southvale', 'police@mereshire-police', 'provider@larkfield-homes'];
const PROVOKING = [
  `{ ${CANARY} }`,
  `{ child(id: "${CANARY}") { id ${CANARY} } }`,
  `{ child(id: ${CANARY}) { id } }`,
  `{ episodes(after: "${CANARY}") { nodes { id } } }`,
  `{ briefing(authority: "${CANARY}") { at } }`,
  `{ disclosures(child: "${CANARY}") { nodes { id } } }`,
  `query ($v: ${CANARY}) { viewer { name } }`,
  `{ viewer { name } `.repeat(3) + CANARY,
];

describe('what a file says of a child', () => {
  let world: HubOfFiles;
  let queries: string[];
  beforeAll(async () => {
    world = await aHubOfFiles();
    await world.take(...GOOD);
    await world.take(...REFUSED);
    const [child] = await world.ingest.rows<{ id: string }>('select id from child');
    const [episode] = await world.ingest.rows<{ id: string }>('select id from episode');
    const briefings = ['northmere', 'southvale', 'westhaven'].map((authority) => `(authority: "${authority}")`);
    const asked = { child: [`(id: "${child?.id ?? ''}")`], episode: [`(id: "${episode?.id ?? ''}")`], episodes: [''], briefing: briefings, sources: [''], matchReview: ['(first: 100)'], disclosures: ['(first: 100)'] };
    queries = everyQuery(buildSchema(), asked);
  });
  afterAll(() => world.close());

  const everythingSaidTo = async (as: string): Promise<string> => {
    const answers = [];
    for (const query of [...queries, ...PROVOKING]) {
      answers.push((await ask(world.hub, query, { as })).text);
    }
    return answers.join('\n');
  };

  it.each(KNOWN)('rows 32, 36: reaches %s, who stands to the child, but no error that they provoke', async (as) => {
    expect(await everythingSaidTo(as)).toContain(`${CANARY}-Person-GivenName`);
    for (const query of PROVOKING) {
      expect((await ask(world.hub, query, { as })).text).not.toContain(CANARY);
    }
  });

  it.each(STRANGERS)('row 36: reaches %s nowhere', async (as) => {
    expect(await everythingSaidTo(as)).not.toContain(CANARY);
  });

  it('reaches the provider of the placement only as who the child is, how they look and where they live', async () => {
    const said = await everythingSaidTo('provider@larkfield-homes');
    const seen = new Set(said.match(/Zzq-[\w-]+/g));
    const apart = ['ReportedMissingBy', 'MissingFrom', 'Circumstances', 'HomeAddress', 'Telephone', 'Email', 'With', 'Place', 'FamilyAddress'];
    const hidden = [...apart, 'OtherAddress', 'ResponsibleAuthorityChildId', 'ActionsTaken', 'RiskFactors', 'InformedPersons', 'PersonId', 'upn', 'hp'];
    expect([...seen].filter((word) => hidden.some((name) => word.endsWith(`-${name}`)))).toEqual([]);
    expect(seen).toContain(`${CANARY}-Person-DistinguishingFeatures`);
  });

  it('stands in no disclosure: they name fields, never values', async () => {
    const rows = await world.ingest.rows<{ row: string }>('select d::text as row from disclosure d');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(CANARY))).toEqual([]);
  });

  it('stands in a quarantine entry only where a missing child is named, and in the keys that tie it to its record', async () => {
    const columns = 'code, place, reason, remedy, state, agency, system, adapter, shown_to, message_kind, risk, absence, date_of_birth';
    const rows = await world.ingest.rows<{ row: string }>(`select (select to_jsonb(q)::text from (select ${columns}) as q) as row from quarantine`);
    expect(rows).toHaveLength(REFUSED.length);
    expect(rows.filter(({ row }) => row.includes(CANARY))).toEqual([]);
  });

  it('row 65: stands in no outcome of a document', async () => {
    const rows = await world.ingest.rows<{ warnings: string }>('select warnings::text as warnings from source_document');
    expect(rows.map(({ warnings }) => warnings).join()).toContain('CODE_UNKNOWN');
    expect(rows.filter(({ warnings }) => warnings.includes(CANARY))).toEqual([]);
  });

  it('row 36: stands nowhere in the log, whatever was refused and whoever asked', () => {
    expect(world.logged()).toContain('document-quarantined');
    expect(world.logged()).toContain('request-answered');
    expect(world.logged()).not.toContain(CANARY);
  });
});
