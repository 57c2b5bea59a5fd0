import { randomUUID } from 'node:crypto';
import { adapter as policeCompact } from '../../adapters/police-compact/adapter.ts';
import { adapter as policeIntelligence } from '../../adapters/police-intelligence/adapter.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import type { ActionServices } from '../../src/actions/action-services.ts';
import { aMissing } from '../journeys/documents.ts';
import { anIngest, type TestIngest } from './an-ingest.ts';

const NOW = Date.parse('2025-11-20T08:00:00Z');
const BUREAU = { id: 'mereshire-bureau', agency: 'mereshire-police', adapter: 'police-intelligence', personKeys: 'mereshire-compact', settings: null, silentAfterHours: null, keys: [], hub: null } as const;
const WITH_A_BUREAU: Directory = (() => {
  const directory = aDirectoryOfPeople();
  return { ...directory, systems: new Map([...directory.systems, [BUREAU.id, BUREAU]]) };
})();

/** Nobody of Northmere reads this hub. */
const BESIDE_NORTHMERE: Directory = { ...WITH_A_BUREAU, people: new Map([...WITH_A_BUREAU.people].filter(([, { roles }]) => roles.every(({ agency }) => agency !== 'northmere'))) };
let inForce = WITH_A_BUREAU;

interface Said {
  readonly urgency?: string;
  readonly sent?: string;
  readonly act?: string;
  readonly grade?: string;
}

/** The bureau's report on Wrenna, who is missing by the force's own report. */
function aReport({ urgency = 'ACT NOW', sent = '2025-11-20T07:30:00Z', act = 'REPORT', grade = '<HandlingCode>P</HandlingCode>' }: Said = {}) {
  const bytes = `<IntelligenceReport schemaVersion="1"><Header><Act>${act}</Act><Reference>X-1</Reference><SentAt>${sent}</SentAt></Header>
    <Child><PersonId>P-1</PersonId></Child><Grade><SourceEvaluation>2</SourceEvaluation><IntelligenceAssessment>B</IntelligenceAssessment>${grade}</Grade>
    <Intelligence><Topic>Vehicle</Topic><Urgency>${urgency}</Urgency><Content>Invented words that cannot wait.</Content><SanitisedText>Invented.</SanitisedText></Intelligence>
    <Provenance><Source>Invented.</Source></Provenance></IntelligenceReport>`;
  return { bytes, adapter: 'police-intelligence', system: BUREAU.id };
}
const FOR_NOBODY = '<HandlingCode>C</HandlingCode><Conditions>Invented.</Conditions><Recipients><Recipient>nobody-known</Recipient></Recipients>';

let hub: TestIngest;
let services: ActionServices;
beforeAll(async () => {
  const adapters = new Map([policeCompact, policeIntelligence].map((adapter) => [adapter.manifest.id, adapter]));
  hub = await anIngest({ adapters, directory: () => inForce, clock: () => NOW });
  const { database, idKey, refreshDirectory } = hub.services;
  const refold: ActionServices['refold'] = (em, records) => refreshPicture(em, hub.services, records);
  services = { database, directory: () => WITH_A_BUREAU, refreshDirectory, idKey, log: { warn: () => undefined }, refold, preview: () => Promise.resolve({ level: null, fields: [] }) };
});
beforeEach(async () => {
  inForce = WITH_A_BUREAU;
  await hub.clear();
  const { bytes } = aMissing();
  await hub.ingest({ bytes });
  const social = { key: randomUUID(), child: await childOf(), revision: 0, relationship: 'SOCIAL_WORKER', holder: 'sia' } as const;
  await recordRelationship(services, actor('nia'), social, NOW);
});
afterAll(() => hub.close());

const childOf = async (): Promise<string> => (await hub.rows<{ id: string }>('select id from child'))[0]?.id ?? '';
const told = async (): Promise<string[]> => (await hub.rows<{ to: string }>(`select array_to_string("to", ' ') as to from briefing_notice where kind = 'ACT_NOW' order by 1`)).map(({ to }) => to);
const ALL = ['HUB_COORDINATOR:northmere', 'POLICE_MISSING_TEAM:mereshire-police', 'SENIOR_WORKER:northmere', 'TEAM_MANAGER:northmere', 'sia@northmere'];

const waiting = async (): Promise<string[]> => (await hub.rows<{ kind: string; to: string }>(`select kind, array_to_string("to", ' ') as to from briefing_notice where kind like 'ACT_NOW%' and acknowledged_at is null order by 2`)).map(({ kind, to }) => `${kind} ${to}`);
const AT_ONCE = ['POLICE_MISSING_TEAM:mereshire-police', 'SENIOR_WORKER:northmere', 'sia@northmere'];

describe('what a bureau’s file said cannot wait and takes back', () => {
  it.each([
    ['withdrawn', { act: 'WITHDRAWAL', sent: '2025-11-20T07:40:00Z' }],
    ['corrected to what can wait', { act: 'CORRECTION', urgency: 'ROUTINE', sent: '2025-11-20T07:40:00Z' }],
  ])('is before nobody any more once it is %s, and whoever was told hears why', async (_how, said) => {
    await hub.ingest(aReport());
    await hub.ingest(aReport(said));
    expect(await waiting()).toEqual(AT_ONCE.map((to) => `ACT_NOW_TAKEN_BACK ${to}`));
    const { bytes } = aMissing({ 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-20T07:45:00Z', 'Report/CurrentRiskLevel': 'High' });
    await hub.ingest({ bytes });
    expect(await waiting()).toHaveLength(AT_ONCE.length);
  });

  it('is told to those alone who were told of it themselves, who said that they know of it among them', async () => {
    await hub.ingest(aReport());
    await hub.rows(`update briefing_notice set acknowledged_at = visible_from, acknowledged_by = 'pim@mereshire-police' where kind = 'ACT_NOW' and 'POLICE_MISSING_TEAM:mereshire-police' = any ("to")`);
    await hub.ingest(aReport({ act: 'WITHDRAWAL', sent: '2025-11-20T07:40:00Z' }));
    expect(await waiting()).toEqual(['SENIOR_WORKER:northmere', 'pim@mereshire-police', 'sia@northmere'].map((to) => `ACT_NOW_TAKEN_BACK ${to}`));
  });

  it('is told anew where it is said anew', async () => {
    await hub.ingest(aReport());
    await hub.ingest(aReport({ act: 'CORRECTION', urgency: 'ROUTINE', sent: '2025-11-20T07:40:00Z' }));
    await hub.ingest(aReport({ act: 'CORRECTION', sent: '2025-11-20T07:50:00Z' }));
    expect((await waiting()).filter((one) => one.startsWith('ACT_NOW '))).toEqual(ALL.map((to) => `ACT_NOW ${to}`));
  });
});

describe('what a bureau’s file says cannot wait', () => {
  it('comes before the missing team, the duty of the authority and the social worker', async () => {
    await hub.ingest(aReport());
    expect(await told()).toEqual(ALL);
  });

  it('is told once, however often it is sent and whatever else is said of the child', async () => {
    await hub.ingest(aReport(), aReport({ act: 'CORRECTION', sent: '2025-11-20T07:40:00Z' }));
    const { bytes } = aMissing({ 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-20T07:45:00Z', 'Report/CurrentRiskLevel': 'High' });
    await hub.ingest({ bytes });
    expect(await told()).toEqual(ALL);
  });

  it('is told where only a correction says so', async () => {
    await hub.ingest(aReport({ urgency: 'ROUTINE' }));
    expect(await told()).toEqual([]);
    await hub.ingest(aReport({ act: 'CORRECTION', sent: '2025-11-20T07:40:00Z' }));
    expect(await told()).toEqual(ALL);
  });

  it('is told to nobody where it was sent long ago: it is history that is taken in', async () => {
    await hub.ingest(aReport({ sent: '2025-11-12T07:30:00Z' }));
    expect(await hub.rows('select urgency from intelligence')).toEqual([{ urgency: 'ACT_NOW' }]);
    expect(await told()).toEqual([]);
  });

  it('is told to nobody at an agency that does not read it', async () => {
    await hub.ingest(aReport({ grade: FOR_NOBODY }));
    expect(await told()).toEqual(['POLICE_MISSING_TEAM:mereshire-police']);
  });

  it('comes of a restricted child before those of them who are let in and read it, by name', async () => {
    await restrict(services, actor('mo'), { key: randomUUID(), child: await childOf(), revision: 0, restricted: true, reason: 'Invented.', admitted: ['mae', 'pim'] }, NOW);
    await hub.ingest(aReport());
    expect(await told()).toEqual(['pim@mereshire-police']);
  });

  it('asks, of a restricted child whom nobody let in reads it of, the managers who may let somebody in, without a word of what it is', async () => {
    await restrict(services, actor('mo'), { key: randomUUID(), child: await childOf(), revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo'] }, NOW);
    await hub.ingest(aReport());
    const asked = async (): Promise<unknown> => hub.rows(`select array_to_string("to", ' ') as to, text like '%ntelligence%' as tells, acknowledged_at is null as waits from briefing_notice where kind = 'NOBODY_ACTS'`);
    expect(await told()).toEqual([]);
    expect(await asked()).toEqual([{ to: 'mo@northmere', tells: false, waits: true }]);
    await restrict(services, actor('mo'), { key: randomUUID(), child: await childOf(), revision: 1, restricted: true, reason: 'Invented.', admitted: ['mo', 'pim'] }, NOW);
    expect(await told()).toEqual(['pim@mereshire-police']);
    expect(await asked()).toEqual([{ to: 'mo@northmere', tells: false, waits: false }]);
  });
});

describe('of a child whom an authority placed with a host and nobody of which reads this hub', () => {
  const rung = (): Promise<unknown[]> => hub.rows(`select array_to_string("to", ' ') as to from briefing_notice where kind = 'TELL_PLACING_AUTHORITY'`);
  beforeEach(async () => {
    const { bytes } = aMissing({ 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'Header/MessageId': 'M-8', 'Header/SentAt': '2025-11-19T22:40:00Z' });
    await hub.ingest({ bytes });
  });

  it('the coordinator of the host is told to ring it, once, of an item that the host may read', async () => {
    inForce = BESIDE_NORTHMERE;
    await hub.ingest(aReport());
    await hub.ingest(aReport({ act: 'CORRECTION', sent: '2025-11-20T07:40:00Z' }));
    expect(await rung()).toEqual([{ to: 'HUB_COORDINATOR:southvale' }]);
  });

  it.each([
    ['of an item that the host may not read', BESIDE_NORTHMERE, FOR_NOBODY],
    ['where somebody of that authority is here', WITH_A_BUREAU, undefined],
  ])('nobody is told %s', async (_which, directory, grade) => {
    inForce = directory;
    await hub.ingest(aReport(grade === undefined ? {} : { grade }));
    expect(await rung()).toEqual([]);
  });

  it('nobody is asked any more once the item is taken back', async () => {
    inForce = BESIDE_NORTHMERE;
    await hub.ingest(aReport());
    await hub.ingest(aReport({ act: 'WITHDRAWAL', sent: '2025-11-20T07:40:00Z' }));
    expect(await hub.rows(`select acknowledged_by as by from briefing_notice where kind = 'TELL_PLACING_AUTHORITY'`)).toEqual([{ by: 'homeward' }]);
  });
});
