import type { Duty } from '../domain/authority/duty.ts';
import type { RetentionClass } from '../domain/authority/retention.ts';
import type { Opening } from '../domain/authority/openings.ts';
import type { Practice } from '../domain/authority/practice.ts';
import type { Relation } from '../domain/fold/relation.ts';
import type { StrategyTriggers } from '../domain/authority/strategy-triggers.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import type { ExchangeDirectory } from './exchange-directory.ts';

/** The directory as the rest of the hub sees it: who the agencies, systems, homes and people are. */
export type AgencyKind = 'AUTHORITY' | 'POLICE' | 'PROVIDER' | 'OTHER';
export type Role = ReadingRole | 'INGEST_CLIENT';

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** GSS or force codes and other names files use for it. */
  readonly codes: readonly string[];
  /** As it states them, else as the practice it goes by does. */
  readonly strategy: StrategyTriggers | null;
  /** The practice rules it goes by, its own figures among them; silent where it has told the hub nothing. */
  readonly practice: Practice;
  /** What the authority closes beyond the default; it can open nothing. */
  readonly closes: readonly Opening[];
  /** Whom to ring at any hour about a child of this agency; answered to "whose child is this". */
  readonly dutyContact: string | null;
  /** Who answers for an alert, one after the other; as it states them, else as is usual for its kind. */
  readonly duty: Duty;
  /** Whether a home is told that the child did not consent, where that is why (SOM 4.15); off. */
  readonly saysConsentNotGiven: boolean;
  /** How long each class of record is kept, in days; null: as the house's default says. */
  readonly retentionDays: Readonly<Partial<Record<RetentionClass, number>>>;
}
/** Agencies that take part in something of one authority's area. */
export interface Group {
  readonly id: string;
  /** BRIEFING: the daily hub briefing. EXPLOITATION: the exploitation or complex-safeguarding group. */
  readonly kind: 'BRIEFING' | 'EXPLOITATION';
  readonly authority: string;
  /** `agency` takes part from and until; epoch milliseconds, null is open. */
  readonly members: readonly Relation[];
}
/** An authority's agreement to give completed forms to a force (KNT); epoch milliseconds, null is open. */
export interface SharingAgreement {
  readonly authority: string;
  readonly force: string;
  readonly from: number | null;
  readonly until: number | null;
}
export interface SourceSystem {
  readonly id: string;
  readonly agency: string;
  readonly adapter: string;
  /** Systems of one agency that share person keys name the same space. */
  readonly personKeys: string;
  /** What its adapter asks of it, checked by `Adapter.settings`; null where nothing is said. */
  readonly settings: Readonly<Record<string, unknown>> | null;
  /** After this many hours without a document the source counts as silent; null: it sends when it has something. */
  readonly silentAfterHours: number | null;
  /** Public keys (JWK) its documents may be signed with; those of its hub among them. */
  readonly keys: readonly Readonly<Record<string, unknown>>[];
  /** The partner hub that sends for it; null: it sends itself. */
  readonly hub: string | null;
}
export interface ForceArea {
  readonly force: string;
  readonly authorities: readonly string[];
}
export interface Home {
  readonly urn: string;
  readonly name: string;
  readonly provider: string;
  readonly authority: string;
}
export interface RoleAt {
  readonly role: Role;
  readonly agency: string;
  /** For INGEST_CLIENT: the one source system its token may send for. */
  readonly system: string | null;
  /** When a person of the emergency duty team is on shift; other roles have none and need none. */
  readonly shifts: readonly { readonly from: number; readonly until: number }[];
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly suspended: boolean;
  /** Tokens issued before this instant (epoch seconds) are refused. */
  readonly tokensSince: number;
  /** Trained to approve redacted texts. */
  readonly trainedToRedact: boolean;
  readonly roles: readonly RoleAt[];
}
export interface Directory extends ExchangeDirectory {
  /** Increases by one with every load. */
  readonly version: number;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly systems: ReadonlyMap<string, SourceSystem>;
  readonly forceAreas: readonly ForceArea[];
  readonly homes: ReadonlyMap<string, Home>;
  readonly people: ReadonlyMap<string, Person>;
  readonly groups: readonly Group[];
  readonly agreements: readonly SharingAgreement[];
}
