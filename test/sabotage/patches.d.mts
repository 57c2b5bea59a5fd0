/** One rule, mask or check that is taken out: the line as it stands once in a file, and what takes its place. */
export interface Patch {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}
export declare const PATCHES: readonly Patch[];
