import type { Directory } from './directory.ts';
import type { ExchangeEntry } from './exchange-directory.ts';
import { HubError } from '../domain/errors.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import type { TransmissionMatter } from '../store/write/transmissions/transmission-row.ts';

/** What goes from whom to whom. */
export interface Exchanged {
  readonly from: string;
  readonly to: string;
  readonly matter: TransmissionMatter;
}

/** What the directory says of it: over which way, by when, and whether by itself; null: nothing of the kind goes there. */
export function exchangeFor({ exchange }: Directory, { from, to, matter }: Exchanged): ExchangeEntry | null {
  const entries = exchange.filter((entry) => entry.agency === to && entry.matters.includes(matter) && (entry.from === null || entry.from === from));
  // What is said of the sender itself goes before what is said of any.
  return entries.find((entry) => entry.from === from) ?? entries[0] ?? null;
}

/** The same for somebody who asks for it; a person who sends learns that there is no way. */
export function wayTo(directory: Directory, exchanged: Exchanged): ExchangeEntry {
  const entry = exchangeFor(directory, exchanged);
  if (entry === null) {
    throw new HubError('BAD_INPUT', '"to" is no agency that this is sent to. Ask the hub operator whether the directory has an exchange with it.');
  }
  return entry;
}

const OF_A_KIND: Readonly<Record<string, ReadingRole>> = { AUTHORITY: 'HUB_COORDINATOR', POLICE: 'POLICE_MISSING_TEAM', PROVIDER: 'PLACEMENT_PROVIDER', OTHER: 'PARTNER' };

/**
 * As whom the receiving agency reads it: the child's own social worker by name where it is theirs (SOM 8.1.3), the force's
 * intelligence bureau for intelligence; else whoever takes such things in there.
 */
export function recipientAt(directory: Directory, { to, matter }: Exchanged, { named }: Pick<ChildFacts, 'named'>): string {
  const kind = directory.agencies.get(to)?.kind ?? 'OTHER';
  if (kind === 'POLICE' && matter === 'INTELLIGENCE') {
    return `POLICE_INTELLIGENCE:${to}`;
  }
  const [worker] = kind === 'AUTHORITY' ? peopleNamedAs(named, ['SOCIAL_WORKER']).filter((person) => person.endsWith(`@${to}`)) : [];
  return worker ?? `${OF_A_KIND[kind] ?? 'PARTNER'}:${to}`;
}
