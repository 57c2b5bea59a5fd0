/** A short text for a home or a carer. */
export interface SafetyNotePicture {
  /** Decision id. */
  readonly id: string;
  readonly recipient: string;
  readonly watchFor: string;
  readonly doThis: string;
  readonly ring: string;
  readonly approved: boolean;
  /** Whether it names nobody and no place that the hub knows round the child; whom to ring is another thing. */
  readonly tellsNobody: boolean;
  readonly acknowledgedAt: number | null;
  readonly acknowledgedBy: string | null;
  readonly by: string;
  readonly at: number;
  readonly revision: number;
}
