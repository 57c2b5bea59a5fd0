import type { StrategyTriggers } from '../domain/authority/strategy-triggers.ts';
import type { ReadingRole } from '../policy/viewer.ts';

/** The directory as the rest of the hub sees it: who the agencies, systems, homes and people are. */
export type AgencyKind = 'AUTHORITY' | 'POLICE' | 'PROVIDER' | 'OTHER';
export type Role = ReadingRole | 'INGEST_CLIENT';

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** GSS or force codes and other names files use for it. */
  readonly codes: readonly string[];
  readonly strategy: StrategyTriggers | null;
}
export interface SourceSystem {
  readonly id: string;
  readonly agency: string;
  readonly adapter: string;
  /** Systems of one agency that share person keys name the same space. */
  readonly personKeys: string;
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
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly suspended: boolean;
  /** Tokens issued before this instant (epoch seconds) are refused. */
  readonly tokensSince: number;
  readonly roles: readonly RoleAt[];
}
export interface Directory {
  /** Increases by one with every load. */
  readonly version: number;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly systems: ReadonlyMap<string, SourceSystem>;
  readonly forceAreas: readonly ForceArea[];
  readonly homes: ReadonlyMap<string, Home>;
  readonly people: ReadonlyMap<string, Person>;
}
