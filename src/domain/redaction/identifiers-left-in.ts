import { findKnown } from './find-known.ts';
import { REDACTION_KINDS, type Network, type RedactionKind, type TextFor } from './network.ts';

/**
 * What kinds of things the hub knows still stand in a text that is to be released: anybody but the child and the recipient, and
 * where the child lives or lived if the recipient does not know it. While there is one, the text is not released. Who works with
 * the child is not among them (`KnownPerson.atWork`).
 */
export function identifiersLeftIn(text: string, network: Network, to: TextFor): RedactionKind[] {
  const left = new Set(findKnown(text, network, { to, loose: false }).map(({ kind }) => kind));
  return REDACTION_KINDS.filter((kind) => left.has(kind));
}
