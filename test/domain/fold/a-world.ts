import { createSecretKey } from 'node:crypto';
import { dateInterval, dateTimeInterval } from '../../../src/domain/interval/london-interval.ts';
import type { Interval } from '../../../src/domain/interval/interval.ts';
import type { FoldContext } from '../../../src/domain/fold/fold-context.ts';
import { observationId, type Statement } from '../../../src/domain/observation/observation-id.ts';
import type { AbsenceKind, Observation, ObservationKind, Payloads, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { recordId } from '../../../src/domain/record/record-id.ts';
import type { RecordKind, RecordRef } from '../../../src/domain/record/record.ts';

const KEY = createSecretKey(new Uint8Array(32).fill(1));
const HOUR = 3_600_000;

/** Two authorities in one force's area, a third with a force of its own, and three homes. */
const AREAS: Readonly<Record<string, readonly string[]>> = { mereshire: ['northmere', 'southvale'], westpolice: ['westhaven'] };
const HOMES: Readonly<Record<string, { name: string; provider: string; authority: string }>> = {
  SC900001: { name: 'Larkfield House', provider: 'larkfield', authority: 'southvale' },
  SC900002: { name: 'Larkfield Lodge', provider: 'larkfield', authority: 'northmere' },
  SC900003: { name: 'Brookside', provider: 'brookside', authority: 'southvale' },
};
const CODES: Readonly<Record<string, string>> = { E99000001: 'northmere', E99000002: 'southvale', E99000003: 'westhaven' };

export const context: FoldContext = {
  recordId: (ref) => recordId(KEY, ref as RecordRef),
  agencyOf: (code) => CODES[code] ?? null,
  kindOf: (agency) => {
    if (agency in AREAS) {
      return 'POLICE';
    }
    return Object.values(AREAS).flat().includes(agency) ? 'AUTHORITY' : 'PROVIDER';
  },
  homeOf: (urn) => HOMES[urn] ?? null,
  calledOf: (recipient) => [`Kestrel ${recipient}`],
  forcesOf: (authority) => Object.keys(AREAS).filter((force) => AREAS[force]?.includes(authority)),
  authoritiesOf: (force) => AREAS[force] ?? [],
  partnersOf: () => [],
  exploitationGroupOf: () => [],
  searchersOf: (agency) => (agency in AREAS ? ['pc', 'ps'] : ['ede', 'ed2']).map((person) => `${person}@${agency}`),
  worksAt: (person, agency) => agency === 'mereshire' && ['pc', 'ps', 'fib'].includes(person),
  agreementsOf: () => [],
  saysConsentNotGiven: () => false,
  closedBy: () => [],
  episodeStartTolerance: 24 * HOUR,
  timeTolerance: HOUR / 2,
};

export function at(text: string): Interval {
  const interval = dateInterval(text) ?? dateTimeInterval(text);
  if (interval === null) {
    throw new TypeError('This is no time.');
  }
  return interval;
}

/** One source system, and the orders it gives its messages: the text itself. */
export interface Source {
  readonly agency: string;
  readonly system: string;
}
export const POLICE: Source = { agency: 'mereshire', system: 'compact' };
export const OTHER_POLICE: Source = { agency: 'westpolice', system: 'compact' };
export const NORTHMERE: Source = { agency: 'northmere', system: '903' };
export const SOUTHVALE: Source = { agency: 'southvale', system: '903' };
export const HOME: Source = { agency: 'larkfield', system: 'diary' };

function refOf(source: Source, kind: RecordKind, key: string): RecordRef {
  return { ...source, kind, key };
}
export function idOf(source: Source, kind: RecordKind, key: string): string {
  return context.recordId(refOf(source, kind, key));
}

interface Said<K extends ObservationKind> {
  readonly source: Source;
  readonly child: string;
  /** Defaults to the person record itself. */
  readonly record?: { readonly kind: RecordKind; readonly key: string };
  readonly part?: string;
  readonly act?: Observation['act'];
  readonly kind: K;
  readonly order: string;
  /** Left out, nobody knows when. */
  readonly received?: string;
  readonly payload: Payloads[K];
}

export function observation<K extends ObservationKind>(said: Said<K>): Observation {
  const subject = refOf(said.source, 'person', said.child);
  const record = said.record === undefined ? subject : refOf(said.source, said.record.kind, said.record.key);
  const statement = {
    subject,
    record,
    part: said.part ?? '',
    act: said.act ?? 'assert',
    kind: said.kind,
    order: said.order,
    payload: said.payload,
    adapter: 'test',
    adapterVersion: '1',
  };
  // Safe: kind and payload are tied by K.
  return { ...statement, id: observationId(statement as Statement), receivedAt: said.received === undefined ? null : Date.parse(said.received), document: 'a-document', place: 'line 1' } as Observation;
}

/** A number alone ties nothing, so whoever states one states a date of birth too, unless a test says otherwise. */
const BORN = at('2011-05-04');
function bornToo(said: PersonPayload): PersonPayload {
  const numbered = said.nhsNumber !== undefined || said.upn !== undefined;
  return numbered ? { dateOfBirth: BORN, ...said } : said;
}

/** A child's header row; its order is the extract's date. */
export function headerRow(row: { source?: Source; child: string; extracted: string; said: PersonPayload }): Observation {
  const { source = NORTHMERE, child, extracted, said } = row;
  return observation({ source, child, act: 'correct', part: 'header', kind: 'person', order: extracted, payload: bornToo(said) });
}

interface Message {
  readonly source?: Source;
  readonly child?: string;
  readonly misper?: string;
  readonly sent: string;
  readonly person?: PersonPayload;
}

/** A police report as the compact adapter gives it. */
export function missing(message: Message & { readonly since?: string; readonly risk?: 'LOW' | 'MEDIUM' | 'HIGH'; readonly kind?: AbsenceKind }): Observation[] {
  const { source = POLICE, child = 'P1', misper = 'M1', sent, since, risk } = message;
  const about = { source, child, order: sent, record: { kind: 'episode' as const, key: misper } };
  const time = since === undefined ? null : at(since);
  return [
    ...personIn(message),
    observation({ ...about, kind: 'report', payload: time === null ? {} : { missingSince: time } }),
    observation({ ...about, kind: 'status', payload: { status: message.kind ?? 'MISSING', at: time } }),
    ...(risk === undefined ? [] : [observation({ ...about, kind: 'risk' as const, payload: { risk, word: risk.toLowerCase(), at: at(sent) } })]),
  ];
}

export function found(message: Message & { readonly traced?: string; readonly returned?: string; readonly place?: string }): Observation[] {
  const { source = POLICE, child = 'P1', misper = 'M1', sent, traced, returned, place } = message;
  const about = { source, child, order: sent, record: { kind: 'episode' as const, key: misper } };
  return [
    ...personIn(message),
    observation({ ...about, kind: 'located', payload: { at: traced === undefined ? null : at(traced), ...(place === undefined ? {} : { place }) } }),
    ...(returned === undefined ? [] : [observation({ ...about, kind: 'returned' as const, payload: { at: at(returned) } })]),
  ];
}

export function cancel({ source = POLICE, child = 'P1', misper = 'M1', sent }: Message): Observation[] {
  const takenBack = { source, child, order: sent, act: 'retract' as const, kind: 'retraction' as const };
  return [
    observation({ ...takenBack, record: { kind: 'episode', key: misper }, payload: { scope: 'record' } }),
    observation({ ...takenBack, part: misper, payload: { scope: 'part' } }),
  ];
}

function personIn({ source = POLICE, child = 'P1', misper = 'M1', sent, person: payload }: Message): Observation[] {
  return payload === undefined ? [] : [observation({ source, child, part: misper, kind: 'person', order: sent, payload: bornToo(payload) })];
}

/** A row of the yearly return's missing file. */
export function missingRow(row: { source?: Source; child: string; kind?: AbsenceKind; from: string; until?: string; extracted: string; birth?: string }): Observation[] {
  const { source = NORTHMERE, child, kind = 'MISSING', from, until, extracted, birth } = row;
  const correct = { source, child, act: 'correct' as const, order: extracted };
  const about = { ...correct, record: { kind: 'episode' as const, key: JSON.stringify([child, kind, from]) } };
  return [
    observation({ ...about, kind: 'report', payload: { missingSince: at(from) } }),
    observation({ ...about, kind: 'status', payload: { status: kind, at: at(from) } }),
    ...(until === undefined ? [] : [observation({ ...about, kind: 'returned' as const, payload: { at: at(until) } })]),
    ...(birth === undefined ? [] : [observation({ ...correct, part: 'missing', kind: 'person' as const, payload: { dateOfBirth: at(birth) } })]),
  ];
}

/** A row of the yearly return's episodes file: one placement. */
export function placementRow(row: { source?: Source; child: string; from: string; until?: string; urn?: string; extracted: string }): Observation {
  const { source = NORTHMERE, child, from, until, urn, extracted } = row;
  return observation({
    source,
    child,
    act: 'correct',
    record: { kind: 'placement', key: JSON.stringify([child, from]) },
    kind: 'placement',
    order: extracted,
    payload: {
      from: at(from),
      until: until === undefined ? null : at(until),
      placementType: 'K2',
      providerType: 'PR4',
      legalStatus: 'C2',
      needCode: 'N1',
      reasonStarted: 'S',
      reasonEnded: null,
      reasonChanged: null,
      urn: urn ?? null,
      placementPostcode: null,
      homePostcode: null,
    },
  });
}
