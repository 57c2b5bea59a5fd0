import type { ErrorCode } from '../../domain/errors.ts';

/** One invented document of the demonstration, with the source system that sends it. */
export interface DemonstrationDocument {
  readonly adapter: string;
  readonly system: string;
  /** For formats without a date of their own. */
  readonly extracted: string | null;
  /** Of the one file, or of the folder of a set. */
  readonly name: string;
  /** A set is sent as one archive, even of one file. */
  readonly isSet: boolean;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** How many of its records the hub must refuse, by code; what is not named here is taken. */
  readonly refused: Readonly<Partial<Record<ErrorCode, number>>>;
}

type OneFile = Omit<DemonstrationDocument, 'isSet' | 'files' | 'refused'> & { readonly text: string } & Partial<Pick<DemonstrationDocument, 'refused'>>;

/** A document that is one file. */
export function oneFile({ text, ...document }: OneFile): DemonstrationDocument {
  return { refused: {}, ...document, isSet: false, files: [{ name: document.name, text }] };
}

/** A document that is a set of files. */
export function aSet(document: Omit<DemonstrationDocument, 'isSet'>): DemonstrationDocument {
  return { ...document, isSet: true };
}
