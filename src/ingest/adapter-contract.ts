/** The contract between hub and adapter. An adapter is a folder `adapters/<id>/` whose `adapter.ts` exports `adapter`. */
import type { ErrorCode } from '../domain/errors.ts';
import type { AbsenceKind, ObservationKind, Payloads, Risk } from '../domain/observation/observation.ts';
import type { Interval } from '../domain/interval/interval.ts';
import type { RecordKind } from '../domain/record/record.ts';
import type { OutgoingMatter, Renderer } from '../exchange/render-contract.ts';

/** What an adapter says of itself. */
export interface AdapterManifest {
  /** Folder name and the name in `POST /ingest/<id>`. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /**
   * What orders a source's messages. `extractDate`: the sender states it beside the file (`?extracted=`). `none`: nothing
   * does; the hub orders them by when it received their document, whatever `order` a draft states.
   */
  readonly order: 'revision' | 'sentAt' | 'extractDate' | 'none';
  /** In a `full` extract an absent record of the period it covers is retracted. */
  readonly extract: 'full' | 'delta';
  /** What a file may be written in; XML declares its own encoding in its prolog, and a file that begins with `<` is XML. */
  readonly syntaxes: readonly Syntax[];
  /** `set`: a document is several files that belong together, sent as one ZIP archive; a file alone is a set of one. */
  readonly files: 'one' | 'set';
  /** Every document comes with a detached JWS over its bytes by one of the sending system's keys; without one it is refused at the door. */
  readonly signed?: true;
  /** In how many megabytes 50,000 of its records must be read; 512 unless told. */
  readonly memoryMb?: number;
  /** What it also writes, in its own format and to be read back by it; absent: it only reads. */
  readonly renders?: readonly OutgoingMatter[];
}
export type Syntax = 'xml' | 'csv' | 'json';

/**
 * What becomes of a field of the source: the trade fields it fills, how precise its times are and what exactly it means;
 * or why it is left out.
 */
export type SourceField = {
  /** As the source names it: a column, an element or its path (`Person/DateOfBirth`, `Found/SafeAndWell/@at`), a key; of one file of a set `dm_persons.NHS_ID`. */
  readonly name: string;
  /** Why no sample shows it, where none does. */
  readonly because?: string;
} & (
  | {
      /** `<observation kind>.<payload field>`, `subject`, `record`, `order` or `part`. */
      readonly becomes: readonly string[];
      /** Of a time: what the source holds, whatever it prints. */
      readonly precision: 'DATE' | 'DATETIME' | null;
      /** In a sentence, where name and field do not say it: "when the form was completed, not when the child was back". */
      readonly meaning: string;
    }
  | { readonly ignored: string }
);

/** A conformance check that cannot hold, by its name, and why not. */
export interface SkippedCheck {
  readonly check: string;
  readonly because: string;
}

/** What an adapter asks an authority to say of its own system, such as the identifiers of its forms. */
export interface SourceSettings {
  /** One line for the directory's README and for errors: which settings there are. */
  readonly describe: string;
  /** What is wrong with the settings of a system, with its place in them; null when nothing is. */
  fault(settings: unknown): { readonly place: string; readonly wrong: string; readonly mend: string } | null;
}

/** One file of a document, decoded. */
export interface AdapterFile {
  /** As it was named in the set; '' where nothing named it. */
  readonly name: string;
  readonly text: string;
}

/** A document as text, already decoded; parse and map are pure: no network, no files, no current time. */
export interface AdapterDocument {
  /** The text of the document, or of the first file of a set. */
  readonly text: string;
  /** Every file of it, by name. */
  readonly files: readonly AdapterFile[];
  /** Directory id of the agency that sent it; what its forms call "our service". */
  readonly agency: string;
  /** What the directory says of the sending system, as `Adapter.settings` checked it; null where it says nothing. */
  readonly settings: unknown;
  /** Canonical UTC time the sender stated, for `order: 'extractDate'`; else null. */
  readonly extracted: string | null;
  readonly fileName: string | null;
}

/** What could be read of a missing child from a record that was refused, so that the child is still shown. */
export interface ReadableIdentity {
  readonly messageKind: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly dateOfBirth: string | null;
  readonly risk: Risk | null;
  readonly absence: AbsenceKind | null;
  /** Code of the authority the record names as responsible or host, when it can be read. */
  readonly authority: string | null;
}

/** A record, or a whole document, that could not be taken. Never repeats the offending value. */
export interface Refusal {
  readonly code: ErrorCode;
  /** Line (`line 12`; of a set `dm_persons.csv line 12`) or path (`/MissingPoliceCompact/Header/SentAt`), with both where known. */
  readonly place: string;
  /** What is wrong, in words a person who prepares the file understands. */
  readonly reason: string;
  /** How to mend it. */
  readonly remedy: string;
  readonly readable: ReadableIdentity | null;
  /** Which record and part of it was refused, at which order, as far as they can be read: a refused row is no absent row, and a later good message of the same settles the refusal. */
  readonly record: { readonly kind: RecordKind; readonly key: string; readonly part: string; readonly order: string | null } | null;
}

/** Something taken, but worth a person's eye: an unknown code kept raw, a failed check digit. */
export interface Warning {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
}

/** An observation before the hub adds who sent it. */
export type DraftObservation = {
  [K in ObservationKind]: {
    readonly subjectKey: string;
    readonly record: { readonly kind: RecordKind; readonly key: string };
    readonly part: string;
    readonly act: 'assert' | 'correct' | 'retract';
    readonly kind: K;
    readonly order: string;
    readonly payload: Payloads[K];
    readonly place: string;
  };
}[ObservationKind];

export interface ParsedRecord<R> {
  readonly place: string;
  readonly record: R;
}

/** Records of one kind that a full extract covers: a covered record it does not hold is retracted. */
export interface Coverage {
  readonly kind: RecordKind;
  /** A record is covered when its period touches this one. */
  readonly during: Interval;
}

export interface Parsed<R> {
  readonly records: readonly ParsedRecord<R>[];
  readonly refusals: readonly Refusal[];
  /** What concerns the document rather than one record, such as a column nobody reads. */
  readonly warnings: readonly Warning[];
  /** A document of several tables names what it speaks for in each, one kind once: what one table lacks is judged by that table alone. */
  readonly coverage: Coverage | readonly Coverage[] | null;
}

export interface Mapped {
  readonly observations: readonly DraftObservation[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
  /** When the record's matter began and ended, for `Coverage`; null for records no extract covers. */
  readonly period: { readonly from: number; readonly until: number | null } | null;
}

export interface Adapter<R = unknown> {
  readonly manifest: AdapterManifest;
  /** Every field of the source, mapped or left out with a reason; what the conformance suite and the README go by. */
  readonly fields: readonly SourceField[];
  /** The shape of its XML as an XML Schema, for senders to check their files with; served at /schemas. */
  readonly xsd?: string;
  /** Conformance checks that cannot hold for this source, each with its reason. */
  readonly skips?: readonly SkippedCheck[];
  /** Absent: the adapter takes no settings. */
  readonly settings?: SourceSettings;
  /** Writes what goes out to a system of this kind; there where the manifest says what it `renders`. */
  readonly renderer?: Renderer;
  /** Text to records. A fault of the whole document is a refusal with no records. */
  parse(document: AdapterDocument): Parsed<R>;
  /** One record to observations. */
  map(record: ParsedRecord<R>, document: AdapterDocument): Mapped;
  /**
   * What can be read of a missing child in a text that never reached `parse`, such as one in the wrong encoding:
   * the child is missing whether or not the file can be read. Null when nothing can.
   */
  readIdentity(text: string): ReadableIdentity | null;
}
