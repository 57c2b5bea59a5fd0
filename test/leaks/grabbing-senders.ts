import { adapter as authorityExchange } from '../../adapters/authority-exchange/adapter.ts';
import { adapter as eclipse } from '../../adapters/eclipse/adapter.ts';
import { adapter as ehm } from '../../adapters/ehm/adapter.ts';
import { adapter as lcs } from '../../adapters/lcs/adapter.ts';
import { adapter as liberi } from '../../adapters/liberi/adapter.ts';
import { adapter as mosaic } from '../../adapters/mosaic/adapter.ts';
import { adapter as policeCompact } from '../../adapters/police-compact/adapter.ts';
import { adapter as policeIntelligence } from '../../adapters/police-intelligence/adapter.ts';
import { adapter as ssda903 } from '../../adapters/ssda903/adapter.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { packFiles } from '../../src/ingest/pack-files.ts';
import type { TestDocument } from '../ingest/an-ingest.ts';
import { aMissing } from '../journeys/documents.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';

/** Who a sender says that its child is; null: leaves it out. */
export interface Claim {
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** As 2011-05-06. */
  readonly dateOfBirth: string;
  readonly nhsNumber: string | null;
  readonly upn: string | null;
  /** The number under which Northmere keeps the child. */
  readonly number: string | null;
}

/** A sender of Westhaven's, who has nothing to do with the child: one for each adapter. */
export interface Grabbing {
  readonly adapter: string;
  /** Can the format say a number that ties records, and which? */
  readonly numbers: readonly ('nhsNumber' | 'upn' | 'number')[];
  readonly says: (claim: Claim, key: SigningKey) => Promise<TestDocument>;
}

export const ADAPTERS: ReadonlyMap<string, Adapter> = new Map(
  // Each is an adapter of records of its own; the hub asks them nothing else than their contract.
  ([authorityExchange, eclipse, ehm, lcs, liberi, mosaic, policeCompact, policeIntelligence, ssda903] as unknown as Adapter[]).map((adapter) => [adapter.manifest.id, adapter]),
);
const AUTHORITYS = ['authority-exchange', 'eclipse', 'ehm', 'lcs', 'liberi', 'mosaic'];
const FORM = '1D0C7E5A-0000-4000-8000-00000000B001';

/** The invented directory, with a system of Westhaven's for every adapter. */
export function directoryOfGrabbers(key: SigningKey): Directory {
  const directory = buildDirectory(parseDirectory(demonstrationDirectory), 1);
  const system = (adapter: string, agency: string, settings: object | null = null) =>
    ({ id: `westhaven-${adapter}`, agency, adapter, personKeys: `westhaven-${adapter}`, settings, silentAfterHours: null, keys: adapter === 'authority-exchange' ? [key.jwk] : [], hub: null }) as Directory['systems'] extends ReadonlyMap<string, infer S> ? S : never;
  const settings: Readonly<Record<string, object>> = { eclipse: { forms: [{ design: FORM, tells: ['EPISODE'] }] }, mosaic: { profile: 'cyp051' } };
  const more = [...AUTHORITYS.map((adapter) => system(adapter, 'westhaven', settings[adapter])), system('police-intelligence', 'westhaven-police')];
  return { ...directory, systems: new Map([...directory.systems, ...more.map((each) => [each.id, each] as const)]) };
}

const EXTRACTED = '2025-11-20T06:00:00Z';
const from = (adapter: string, bytes: TestDocument['bytes'], extracted: string | null = EXTRACTED): TestDocument => ({ adapter, agency: 'westhaven', system: `westhaven-${adapter}`, bytes, extracted });
const tags = (texts: Readonly<Record<string, string | null>>): string => Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [`<${name}>${text}</${name}>`])).join('');
const table = (cells: Readonly<Record<string, string | null>>): string => `${Object.keys(cells).join(',')}\n${Object.values(cells).map((cell) => cell ?? '').join(',')}\n`;
const set = async (files: Readonly<Record<string, string>>): Promise<Uint8Array> => new Uint8Array(await packFiles(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))));
const british = (day: string): string => day.split('-').toReversed().join('/');

const warehousePerson = ({ givenName, familyName, dateOfBirth, upn }: Claim): Record<string, string | null> => ({ DIM_PERSON_ID: '777', FORENAME: givenName, SURNAME: familyName, BIRTH_DTTM: `${dateOfBirth}T00:00:00`, GENDER_MAIN_CODE: 'F', UPN: upn });
const ABSENT = { FACT_MISSING_PERSON_ID: '9050', DIM_PERSON_ID: '777', START_DTTM: '2025-11-14T21:30:00', END_DTTM: '2025-11-15T09:15:00', MISSING_STATUS: 'Missing', RETURN_INTERVIEW_OFFERED: 'NO', RETURN_INTERVIEW_ACCEPTED: 'NA' };

/** What each of them sends when it says that a child of this name, or this number, is its own or placed with it. */
export const GRABBING: readonly Grabbing[] = [
  {
    adapter: 'police-compact',
    numbers: ['nhsNumber', 'number'],
    says: ({ givenName, familyName, dateOfBirth, nhsNumber, number }: Claim): Promise<TestDocument> => {
      const who = { 'Person/GivenName': givenName, 'Person/Surname': familyName, 'Person/DateOfBirth': dateOfBirth, 'Person/NHSNumber': nhsNumber };
      const quoted = { 'Care/PlacingAuthority': number === null ? null : 'E99000001', 'Care/ResponsibleAuthorityChildId': number };
      const { bytes } = aMissing({ 'Header/ForceCode': '98', 'Report/MisperId': 'W-1', 'Person/PersonId': 'W-P1', 'Person/HomeAddress': null, ...who, ...quoted });
      return Promise.resolve({ ...from('police-compact', bytes, null), agency: 'westhaven-police', system: 'westhaven-compact' });
    },
  },
  {
    adapter: 'police-intelligence',
    numbers: ['nhsNumber'],
    says: ({ givenName, familyName, dateOfBirth, nhsNumber }: Claim): Promise<TestDocument> => {
      const child = tags({ PersonId: 'W-P1', NHSNumber: nhsNumber, GivenName: givenName, Surname: familyName, DateOfBirth: dateOfBirth });
      const bytes = `<IntelligenceReport schemaVersion="1"><Header><Act>REPORT</Act><Reference>W-X1</Reference><SentAt>2025-11-18T09:00:00Z</SentAt></Header><Child>${child}</Child>
        <Grade><SourceEvaluation>2</SourceEvaluation><IntelligenceAssessment>B</IntelligenceAssessment><HandlingCode>P</HandlingCode></Grade>
        <Intelligence><Topic>Vehicle</Topic><Content>An invented van.</Content><SanitisedText>A van.</SanitisedText></Intelligence></IntelligenceReport>`;
      return Promise.resolve({ ...from('police-intelligence', bytes, null), agency: 'westhaven-police' });
    },
  },
  {
    adapter: 'ssda903',
    numbers: ['upn'],
    says: ({ dateOfBirth, upn }) => Promise.resolve({ ...from('ssda903', `CHILD,SEX,DOB,ETHNIC,UPN\nW9,2,${british(dateOfBirth)},WBRI,${upn ?? ''}`), system: 'westhaven-903' }),
  },
  {
    adapter: 'eclipse',
    numbers: [],
    says: ({ givenName, familyName, dateOfBirth }) =>
      Promise.resolve(from('eclipse', table({ PERSONID: '777', FORENAME: givenName, SURNAME: familyName, SEX: 'F', GENDER: 'Female', ETHNICITYCODE: 'WBRI', DATEOFBIRTH: dateOfBirth, DUPLICATED: '' }))),
  },
  {
    adapter: 'mosaic',
    numbers: ['nhsNumber', 'upn'],
    says: ({ givenName, familyName, dateOfBirth, nhsNumber, upn }) =>
      Promise.resolve(from('mosaic', table({ PERSON_ID: '777', FIRST_NAME: givenName, LAST_NAME: familyName, DATE_OF_BIRTH: dateOfBirth, GENDER: 'F', RESTRICTED: 'N', NHS_ID: nhsNumber, UPN_ID: upn }))),
  },
  {
    adapter: 'lcs',
    numbers: ['upn'],
    says: (claim) => Promise.resolve(from('lcs', `<LcsExport schemaVersion="1"><ExportedAt>2025-11-20T06:00:00</ExportedAt><MissingPersonEpisode>${tags(ABSENT)}<Person>${tags(warehousePerson(claim))}</Person></MissingPersonEpisode></LcsExport>`, null)),
  },
  {
    adapter: 'liberi',
    numbers: ['upn'],
    says: async (claim: Claim): Promise<TestDocument> => {
      const statuses = 'FACT_MISSING_STATUS_ID,FACT_MISSING_PERSON_ID,MISSING_STATUS,START_DTTM\n';
      const answers = 'FACT_FORM_ID,FACT_FORM_ANSWER_ID,FACT_MISSING_PERSON_ID,ANSWER_NO,ANSWER,ANSWERED_DTTM\n';
      return from('liberi', await set({ 'fact_missing_person.csv': table(ABSENT), 'fact_missing_status.csv': statuses, 'fact_form_answers.csv': answers, 'dim_person.csv': table(warehousePerson(claim)) }));
    },
  },
  {
    adapter: 'ehm',
    numbers: ['upn'],
    says: async (claim: Claim): Promise<TestDocument> => {
      const note = { CASE_NOTE_ID: '501', DIM_PERSON_ID: '777', NOTE_TYPE: 'Significant Event', SIGNIFICANT_EVENT: 'Missing episode', EVENT_DTTM: '2025-11-14T21:30:00', EVENT_END_DTTM: '', ABOUT_CASE_NOTE_ID: '', RECORDED_DTTM: '2025-11-14T22:00:00', NOTE: 'Invented words.' };
      const help = { FACT_CAF_EPISODE_ID: '7001', DIM_PERSON_ID: '777', EPISODE_START_DTTM: '2025-11-01T00:00:00', EPISODE_END_DTTM: '', START_REASON: 'SELF', DIM_LOOKUP_CAF_EP_ENDRSN_ID_CODE: '' };
      return from('ehm', await set({ 'case_note.csv': table(note), 'fact_caf_episode.csv': table(help), 'dim_person.csv': table(warehousePerson(claim)) }));
    },
  },
  {
    adapter: 'authority-exchange',
    numbers: ['nhsNumber', 'upn', 'number'],
    says: async ({ givenName, familyName, dateOfBirth, nhsNumber, upn, number }: Claim, key: SigningKey): Promise<TestDocument> => {
      const header = tags({ MessageId: 'W-1', MessageType: 'PLACEMENT_NOTIFICATION', SendingAuthority: 'westhaven', SentAt: '2025-11-19T09:00:00Z' });
      const child = tags({ ChildKey: 'W-9', GivenName: givenName, Surname: familyName, DateOfBirth: dateOfBirth, NHSNumber: nhsNumber, UPN: upn, ResponsibleAuthority: 'E99000001', ResponsibleAuthorityChildId: number, HostAuthority: 'E99000003' });
      const agreement = `<PlacementAgreement>${tags({ AgreementKey: 'W-A', From: '2025-05-01', HostAuthority: 'E99000003' })}</PlacementAgreement>`;
      const bytes = `<AuthorityExchange schemaVersion="1"><Header>${header}</Header><Child>${child}</Child><PlacementNotification>${agreement}</PlacementNotification></AuthorityExchange>`;
      return { ...from('authority-exchange', bytes, null), signature: await signDetached(bytes, key) };
    },
  },
];

/** The key with which Westhaven signs what it writes other authorities. */
export const aGrabbersKey = (): Promise<SigningKey> => aSigningKey('westhaven');
