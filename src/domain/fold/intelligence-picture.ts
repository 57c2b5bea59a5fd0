import type { DecisionPayloads } from '../decision/decision.ts';
import type { HandlingCode, ItemFlag } from '../intelligence/intelligence-words.ts';
import type { IntelligencePayload } from '../observation/observation.ts';
import type { Relation, Restriction } from './relation.ts';
import type { FieldSource } from './sourced.ts';

/** The grade that stands; `word`: what could not be read of a stated one, as it came. */
export type ItemGrade = DecisionPayloads['GRADE'] & { readonly word?: string };

/** One item of intelligence with what was decided on it. */
export interface IntelligencePicture {
  readonly id: string;
  readonly record: FieldSource;
  readonly stated: IntelligencePayload;
  readonly grade: ItemGrade | null;
  readonly gradedBy: string | null;
  /** What somebody has to look at. */
  readonly flags: readonly ItemFlag[];
  /** Released beyond the service that recorded it: by a senior, as ACT_NOW, or because police made it. */
  readonly released: boolean;
  readonly handling: HandlingCode;
  /** Agencies a C item is open to, the originating agency among them. */
  readonly recipients: readonly string[];
  /** Agency that made it. */
  readonly originator: string;
  readonly area: string | null;
  /** Agencies with members in the exploitation group of its area. */
  readonly groups: readonly Relation[];
  readonly order: string;
  readonly restriction: Restriction;
  readonly named: readonly Relation[];
}
