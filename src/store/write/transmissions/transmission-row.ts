import type { Hold, TransmissionState } from '../../../domain/transmission/transmission-words.ts';
import type { TransmissionCourse } from '../../../domain/transmission/transmission-course.ts';
import type { AgreedTime } from '../../../domain/transmission/transmission-deadline.ts';
import type { Span } from '../../../domain/interval/compare-intervals.ts';

/** What a transmission is about, as receipts name it. */
export type TransmissionMatter = 'EPISODE' | 'OFFER' | 'INTERVIEW' | 'INTELLIGENCE' | 'RISK_ASSESSMENT' | 'RISK_ASSESSMENT_REQUEST' | 'RETRACTION';
/** By which rule or whose hand it was made. */
export type TransmissionCause = 'PLACEMENT_AGREEMENT' | 'PLACED_BY_ANOTHER' | 'OWN_SYSTEM' | 'INTELLIGENCE' | 'CORRECTION' | 'BY_HAND';

/** What goes from whom to whom, by ids alone. */
export interface TransmissionSubject {
  /** Names the message; the same for every try, so that a receiver knows a second one. */
  readonly id: string;
  readonly matter: TransmissionMatter;
  readonly act: 'assert' | 'correct' | 'retract';
  /** The id of the transmission it corrects or takes back. */
  readonly corrects: string | null;
  /** Record ids of the matter. */
  readonly records: readonly string[];
  /** The person record. */
  readonly child: string;
  /** Directory ids of the agencies. */
  readonly from: string;
  readonly to: string;
  /** As whom the gate reads: `person@agency`, or `ROLE:agency`. */
  readonly recipient: string;
  /** Id of the directory's channel. */
  readonly channel: string;
  /** Who decided that it goes, by the id of the decision; null: a rule did. */
  readonly decision: string | null;
  readonly because: TransmissionCause;
  /** Counts what was sent of the same matter to the same receiver, from 1. */
  readonly revision: number;
}

/** A transmission with how far it has come. */
export interface Transmission extends TransmissionSubject {
  readonly course: TransmissionCourse;
  /** Epoch milliseconds, as are all times here. */
  readonly nextTryAt: number;
  readonly fault: string | null;
  readonly restricted: 'YES' | 'NO';
  readonly awaitsNaming: 'YES' | 'NO';
  /** Whoever may see it while it is restricted, and others round the child: `<as>:<person@agency>`. */
  readonly named: readonly string[];
  /** What the record said when it was last prepared. */
  readonly versionSeen: string | null;
}

/** By when it is owed: in figures, in the agreement's own words, or neither. */
export interface TransmissionDeadline {
  /** From when that counts: of an interview when it took place. */
  readonly held: Span | null;
  readonly agreed: AgreedTime | null;
  readonly resultBy: string | null;
  /** The last moment it is in time, where figures say it. */
  readonly dueAt: number | null;
}

const ms = (column: string): string => `(extract(epoch from t.${column}) * 1000)::float8`;

/** A whole transmission as JSON. */
export const TRANSMISSION_JSON = `json_build_object('id', t.id, 'matter', t.matter, 'act', t.act, 'corrects', t.corrects, 'records', t.records, 'child', t.child,
  'from', t.from_agency, 'to', t.to_agency, 'recipient', t.recipient, 'channel', t.channel, 'decision', t.decision, 'because', t.because, 'revision', t.revision,
  'state', t.state, 'holds', t.holds, 'tries', t.tries, 'hasLeft', t.has_left, 'withdrawnTooLate', t.withdrawn_too_late, 'fence', t.fence, 'leaseUntil', ${ms('lease_until')},
  'nextTryAt', ${ms('next_try_at')}, 'fault', t.fault, 'restricted', t.restricted, 'awaitsNaming', t.awaits_naming, 'named', t.named, 'versionSeen', t.version_seen)::text`;

interface Stored extends Omit<Transmission, 'course'> {
  readonly state: TransmissionState;
  readonly holds: readonly Hold[];
  readonly tries: number;
  readonly hasLeft: boolean;
  readonly withdrawnTooLate: boolean;
  readonly fence: number;
  readonly leaseUntil: number | null;
}

/** A transmission as `TRANSMISSION_JSON` gives it; its words were written from the unions of the same names. */
export function asTransmission(json: string): Transmission {
  const { state, holds, tries, hasLeft, withdrawnTooLate, fence, leaseUntil, ...subject } = JSON.parse(json) as Stored;
  return { ...subject, course: { state, holds, tries, hasLeft, withdrawnTooLate, lease: { fence, until: leaseUntil } } };
}
