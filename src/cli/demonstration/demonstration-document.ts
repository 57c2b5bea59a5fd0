/** One invented file of the demonstration, with the source system that sends it. */
export interface DemonstrationDocument {
  readonly adapter: string;
  readonly system: string;
  /** For formats without a date of their own. */
  readonly extracted: string | null;
  readonly fileName: string;
  readonly text: string;
}
