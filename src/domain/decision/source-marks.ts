import type { FoldContext } from '../fold/fold-context.ts';
import { hostsByOwnWord, isOfAnotherAuthority } from '../fold/of-another-authority.ts';
import type { PersonIdentity } from '../fold/person-identity.ts';
import type { PlacementPicture } from '../fold/picture.ts';
import { policeStay } from '../fold/police-stay.ts';
import type { Relations } from '../fold/relation.ts';
import type { TakenBackOf } from '../fold/taken-back.ts';
import { markedSince } from './marked-since.ts';

/** Since when sources have marked the child as restricted, in epoch milliseconds; null where none does. */
export interface SourceMarks {
  /** Those who answer for the child or look for them: theirs closes the child until a manager decides. */
  readonly ofTheirs: number | null;
  /** Anybody else: theirs keeps the partners of the daily briefing out, and shuts nobody out who looks for the child. */
  readonly ofOthers: number | null;
}

/** What is known of the child that says whose mark is whose. */
interface Known {
  readonly persons: readonly PersonIdentity[];
  readonly placements: readonly PlacementPicture[];
  readonly relations: Pick<Relations, 'responsible' | 'hosts' | 'forces'>;
  readonly takenBackOf: TakenBackOf;
}

/** The marks of a child's sources, by what each has to do with the child. */
export function sourceMarks(known: Known, context: FoldContext): SourceMarks {
  const marked = known.persons.filter(({ record }) => markedSince([record]) !== null);
  const standing = marked.length === 0 ? [] : whoCloses(known, context);
  const of = (theirs: boolean): number | null => markedSince(marked.map(({ record }) => record).filter(({ ref }) => standing.includes(ref.agency) === theirs));
  return { ofTheirs: of(true), ofOthers: of(false) };
}

/** A force that is involved, a host by another's word, and an authority that keeps the child as its own: to know a child's number is not enough to shut out those who look for the child. */
function whoCloses(known: Known, context: FoldContext): string[] {
  const { persons, placements, relations } = known;
  const told = [...placements.map(({ hostAuthority }) => hostAuthority), ...policeStay(persons, context).hosts];
  const ownWord = hostsByOwnWord(persons, context);
  const hosts = relations.hosts.map(({ agency }) => agency).filter((agency) => !ownWord.includes(agency) || told.includes(agency));
  return [...relations.forces.map(({ agency }) => agency), ...hosts, ...keepersFirst(known, context)];
}

/**
 * Authorities that keep the child as their own, but for one of which the hub heard only after another that answers for the child: whoever
 * claims a child later closes it by a manager's decision. So nobody loses a mark either by another's later claim.
 */
function keepersFirst({ persons, relations, takenBackOf }: Known, context: FoldContext): string[] {
  const keeping = persons.filter((person) => context.kindOf(person.record.ref.agency) === 'AUTHORITY' && !isOfAnotherAuthority(person, context));
  const first = new Map<string, number>();
  for (const { record } of keeping) {
    const said = [...record.said, ...takenBackOf(record.ref).map((one) => one.said)];
    const heard = Math.min(...said.map(({ receivedAt }) => receivedAt ?? -Infinity));
    first.set(record.ref.agency, Math.min(heard, first.get(record.ref.agency) ?? Infinity));
  }
  const answering = relations.responsible.map(({ agency }) => first.get(agency) ?? -Infinity);
  return [...first].filter(([, heard]) => answering.every((other) => other >= heard)).map(([agency]) => agency);
}
