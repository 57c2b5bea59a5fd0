import type { KeptRecord } from './kept-record.ts';

/**
 * Is nothing said under this person record but items of intelligence that say themselves whom they are about, or that somebody's
 * assessment is asked for? Such a record shows nothing of a child: it makes none, changes no name or number of one, and stands among no sources.
 */
export function isSilent({ said }: Pick<KeptRecord, 'said'>): boolean {
  return said.length > 0 && said.every((each) => each.kind === 'assessmentAsked' || (each.kind === 'intelligence' && each.payload.about !== undefined));
}
