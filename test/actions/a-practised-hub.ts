import { PRACTICES, type PracticeId } from '../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../src/domain/authority/practice.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { aFound } from '../journeys/documents.ts';
import { fields } from '../gate/a-gate.ts';
import { aDecidingHub, type DecidingHub } from './a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

/** A hub whose authorities change the practice they go by as a test says. */
export interface PractisedHub extends DecidingHub {
  /** The one episode of Wrenna. */
  readonly episode: string;
  /** By which practice an authority goes from now on; null: silent. */
  goesBy(authority: string, practice: PracticeId | Practice | null): void;
  /** Somebody holds no role any more. */
  leaves(person: string): void;
  /** One step as somebody reads it; null where they read none. */
  step(who: string, id: string): Promise<Row | null>;
  /** The child was born on this day, as the police say now. */
  wasBorn(day: string): Promise<void>;
}

const STEP = fields('id', 'step', 'at', 'addressee', 'outcome', 'words', 'departure', 'coveredBy', 'askAgainOn', 'by', 'revision');

export async function aPractisedHub(): Promise<PractisedHub> {
  const practices = new Map<string, Practice>();
  const gone = new Set<string>();
  const directory = aDirectoryOfPeople();
  const hub = await aDecidingHub(() => ({
    ...directory,
    people: new Map([...directory.people].map(([id, person]) => [id, { ...person, suspended: gone.has(id) }])),
    agencies: new Map([...directory.agencies].map(([id, agency]) => [id, { ...agency, practice: practices.get(id) ?? SILENT_PRACTICE }])),
  }));
  const [found] = await hub.ingest.rows<{ id: string }>('select id from episode');
  let told = 0;
  return Object.assign(hub, {
    episode: found?.id ?? '',
    goesBy(authority: string, practice: PracticeId | Practice | null) {
      practices.set(authority, typeof practice === 'string' ? PRACTICES[practice] : (practice ?? SILENT_PRACTICE));
    },
    leaves(person: string) {
      gone.add(person);
    },
    step: (who: string, id: string) =>
      hub.gate.row(actor(who).viewer, { root: { name: 'returnStep', id }, wanted: { ReturnStep: STEP }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now }),
    async wasBorn(day: string) {
      told += 1;
      await hub.tell(aFound({ 'Header/MessageId': `M-born-${String(told)}`, 'Header/SentAt': `2025-11-20T05:0${String(told)}:00Z`, 'Person/DateOfBirth': day, 'Person/PersonId': 'P-1' }));
    },
  });
}
