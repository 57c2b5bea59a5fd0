import type { DirectoryFault } from '../directory/directory-fault.ts';
import type { OutgoingMatter, Renderer } from './render-contract.ts';

/** A format that the hub writes, as its adapter gives it. */
export interface Format {
  readonly id: string;
  /** Whether each document goes with a detached JWS over its bytes. */
  readonly signed: boolean;
  readonly renders: readonly OutgoingMatter[];
  readonly renderer: Renderer;
  /** What is wrong with what a channel says to it, and where in the settings; null when nothing is. */
  readonly settingsFault: (settings: unknown) => (Pick<DirectoryFault, 'wrong' | 'mend'> & { readonly place: string }) | null;
}
export type Formats = ReadonlyMap<string, Format>;
