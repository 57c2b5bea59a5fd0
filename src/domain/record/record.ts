/** What the hub keeps records of in this version. */
export type RecordKind = 'person' | 'episode' | 'placement' | 'offer' | 'interview' | 'intelligence' | 'riskAssessment' | 'placementAgreement' | 'profile';

/** The hub is the source of what people state in it: system and adapter carry this name. */
export const HUB_SYSTEM = 'homeward';

/**
 * One agency's own record, named by that agency's own key. People, decisions and tables refer to records, never to
 * the groups that folding makes of them, so that nothing breaks when a match is made or undone.
 */
export interface RecordRef {
  /** Directory id of the agency that keeps the record. */
  readonly agency: string;
  /** The agency's system; for a person record, the key space that system's person keys belong to. */
  readonly system: string;
  readonly kind: RecordKind;
  /** The source's own key, exactly as it was sent. */
  readonly key: string;
}
