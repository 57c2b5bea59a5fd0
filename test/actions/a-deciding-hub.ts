import { randomUUID } from 'node:crypto';
import type { Acted, ActionServices } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordInterview, type RecordInterview } from '../../src/actions/record-interview.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import type { Row, WantedTree } from '../../src/gate/read-request.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { fields, gateParts } from '../gate/a-gate.ts';
import { anIngest, type TestIngest } from '../ingest/an-ingest.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

/** When the tests of deciding begin: the child is back since the night. */
export const MORNING = Date.parse('2025-11-20T08:00:00Z');
export const MINUTE = 60_000;

export const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };

/** A hub in which people decide: real ingest, actions and gate on a database of its own, and a clock the test moves. */
export interface DecidingHub {
  readonly ingest: TestIngest;
  readonly services: ActionServices;
  readonly gate: Gate;
  now: number;
  /** What the operator was told. */
  readonly logged: unknown[];
  /** Shown id of Wrenna, of Northmere, placed with Larkfield in Southvale. */
  readonly child: string;
  /** Police say that she is missing (again), or back. */
  tell(...sendings: readonly ReturnType<typeof aMissing>[]): Promise<void>;
  /** Her interview as somebody reads it now; null where there is none for them. */
  interview(who: string, id: string): Promise<Row | null>;
  /** Where she stayed, as somebody reads it now. */
  locating(who: string): Promise<unknown>;
  close(): Promise<void>;
}

const WANTED: WantedTree = {
  FullInterview: fields('id', 'state', 'sentence', 'reasons', 'contentHash', 'revision'),
  RedactedInterview: fields('id', 'state', 'at', 'sentence', 'redactedText', 'redactedAnswers'),
  InterviewNotice: fields('id', 'state', 'at', 'sentence'),
};

export async function aDecidingHub(directory: () => Directory = aDirectoryOfPeople, clock?: () => number): Promise<DecidingHub> {
  const ingest = await anIngest({ directory, ...(clock === undefined ? {} : { clock }) });
  const { database, idKey, refreshDirectory } = ingest.services;
  const services: ActionServices = {
    database,
    directory,
    refreshDirectory,
    idKey,
    log: { warn: (...said) => void hub.logged.push(said) },
    refold: (em, records) => refreshPicture(em, ingest.services, records),
    preview: () => Promise.resolve({ level: null, fields: [] }),
  };
  const gate = createGate(gateParts({ database, hubUrl: '', ownerUrl: '', superuserUrl: '', close: () => Promise.resolve() }));
  const operation = { name: 'ATest', hash: 'a hash' };
  const tell: DecidingHub['tell'] = async (...sendings) => {
    await ingest.ingest(...sendings.map(({ bytes, adapter }) => ({ bytes, adapter })));
  };
  await tell(aMissing(PLACED), aFound(PLACED));
  const [found] = await ingest.rows<{ id: string }>('select id from child');
  const hub: DecidingHub = {
    ingest,
    services,
    gate,
    now: MORNING,
    logged: [],
    child: found?.id ?? '',
    tell,
    interview: (who, id) => gate.row(actor(who).viewer, { root: { name: 'interview', id }, wanted: WANTED, operation, now: hub.now }),
    async locating(who) {
      const wanted = { Child: [{ name: 'locating', key: 'locating', first: 10, sub: { LocatingFacts: fields('placesStayed', 'peopleWith') } }] };
      const row = await gate.row(actor(who).viewer, { root: { name: 'child', id: hub.child }, wanted, operation, now: hub.now });
      return row?.['locating'];
    },
    close: () => ingest.close(),
  };
  await whoIsRoundHer(hub);
  return hub;
}

/** The same by one clock, what is taken in included; nobody was told of anything yet. */
export async function aHubOfOneClock(directory: () => Directory = aDirectoryOfPeople): Promise<DecidingHub> {
  const made: { hub?: DecidingHub } = {};
  const hub = await aDecidingHub(directory, () => made.hub?.now ?? MORNING);
  await hub.ingest.rows('delete from briefing_notice');
  return Object.assign(made, { hub }).hub;
}

/** Ren is her return worker, Sia her social worker. */
async function whoIsRoundHer({ services, child }: DecidingHub): Promise<void> {
  await assignWorker(services, actor('nia'), { key: randomUUID(), child, revision: 0, worker: 'ren' }, MORNING);
  const social = { key: randomUUID(), child, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'sia' } as const;
  await recordRelationship(services, actor('nia'), social, MORNING);
}

/** Ren records her interview, unless somebody else does. */
export async function anInterview(hub: DecidingHub, changed: Partial<RecordInterview> = {}, who = 'ren'): Promise<Acted> {
  const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode order by missing_from_at limit 1');
  const input: RecordInterview = {
    key: randomUUID(),
    child: hub.child,
    episodes: [episode?.id ?? ''],
    state: 'COMPLETED',
    at: '2025-11-20T07:00:00Z',
    answers: { reasons: 'Invented words of the child.', firstTime: 'NO', vulnerabilities: ['SELF_HARM'] },
    locating: { placesStayed: ['5 Invented Yard'], peopleWith: ['Corvin Madeup'] },
    ...changed,
  };
  return recordInterview(hub.services, actor(who), input, hub.now);
}

/** sha-256 of an interview as the decision-maker reads it. */
export async function hashOf(hub: DecidingHub, id: string): Promise<string> {
  const row = await hub.interview('sia', id);
  return String(row?.['contentHash']);
}
