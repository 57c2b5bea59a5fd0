/** A short text for a home or a carer. */
export interface SafetyNotePicture {
  /** Decision id. */
  readonly id: string;
  readonly recipient: string;
  readonly watchFor: string;
  readonly doThis: string;
  readonly ring: string;
  readonly approved: boolean;
  readonly acknowledgedAt: number | null;
  readonly acknowledgedBy: string | null;
  readonly by: string;
  readonly at: number;
  readonly revision: number;
}
