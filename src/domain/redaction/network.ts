import type { Audience } from '../sharing/audience.ts';

/** What stands in a text and may tell who or where somebody is; the last but one is what the child says of those it goes to. */
export const REDACTION_KINDS = ['PERSON', 'PLACE', 'PHONE', 'VEHICLE', 'SOCIAL_MEDIA', 'SCHOOL', 'ABOUT_RECIPIENT', 'OTHER'] as const;
export type RedactionKind = (typeof REDACTION_KINDS)[number];

/** Somebody the hub knows of: full names, and what else they are called. */
export interface KnownPerson {
  readonly names: readonly string[];
  readonly alsoCalled: readonly string[];
  /** Read out of somebody's sentence: may be a word, and counts with a capital alone. */
  readonly inProse?: boolean;
  /**
   * Works with the child: is pointed out to whoever redacts and, for a home or a parent, confirmed by whoever approves, and holds no
   * text back. Police and partners work with the same people and know them by name; a home and a parent are told in every notice to ask
   * the child's social worker, and a text that says whom to ring must not stay with us. Where the child is, none of their names tells.
   */
  readonly atWork?: boolean;
}

/** What the hub knows around one child, as far as whoever redacts may know it. */
export interface Network {
  /** Whose text it is: the child's own names stay. */
  readonly child: KnownPerson & { readonly addresses: readonly string[] };
  readonly people: readonly KnownPerson[];
  /** Addresses and places, a line of an address parted by a comma. */
  readonly places: readonly string[];
  readonly phones: readonly string[];
  readonly vehicles: readonly string[];
  readonly handles: readonly string[];
}

/** To whom a text goes, what they are called, and the addresses they know already. */
export interface TextFor {
  readonly audience: Audience;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** Somebody or something in a text, and why it is taken for that; the same `who` is the same one. */
export interface Found {
  readonly from: number;
  readonly until: number;
  readonly kind: RedactionKind;
  readonly why: 'KNOWN' | 'PATTERN' | 'LANGUAGE';
  readonly who: string;
}
