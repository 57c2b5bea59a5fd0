import type { Row } from '../../gate/read-request.ts';
import type { SentKey } from '../../store/write/sent-content-store.ts';
import type { ToDeliver } from '../delivery.ts';
import type { Outgoing } from '../render-contract.ts';
import type { SentStatement } from '../receipt.ts';
import { outgoingChild } from './outgoing-child.ts';
import { outgoingEpisode } from './outgoing-episode.ts';
import { outgoingIntelligence } from './outgoing-intelligence.ts';
import { outgoingInterview, outgoingOffer } from './outgoing-interview.ts';
import type { Names } from './name-records.ts';
import { assessmentsOf } from './own-word.ts';
import type { ReadMatter } from './read-outgoing.ts';

/** A message on one child, with nothing in it yet but whose it is; when it is sent is said last. */
function emptyMessage(one: ToDeliver, child: Outgoing['child']): Outgoing {
  const { id: messageId, from: sender, revision, act, corrects } = one;
  return { sender, messageId, revision, sentAt: '', act, corrects, withdrawn: [], child, episodes: [], offers: [], interview: null, intelligence: null, asks: null };
}

/** The message on one record as its recipient may have it; null where nothing is left that could be told. */
export function buildOutgoing(one: ToDeliver, { root, row, child }: ReadMatter, names: Names): Outgoing | null {
  const empty = emptyMessage(one, outgoingChild(child, { key: names.child, to: one.to }));
  switch (root) {
    case 'episode': {
      const episode = outgoingEpisode(row, { key: keyOf(names, row), from: one.from, assessed: assessmentsOf(child, one.from) });
      return episode === null ? null : { ...empty, child: hosted(empty.child, child, one), episodes: [episode] };
    }
    case 'offer':
      return { ...empty, episodes: episodesOf(row, names, one), offers: [outgoingOffer(row, names.keys)] };
    case 'intelligence': {
      const intelligence = outgoingIntelligence(row, keyOf(names, row));
      return intelligence === null ? null : { ...empty, intelligence };
    }
    case 'interview':
      return ofInterview({ ...empty, episodes: episodesOf(row, names, one) }, row, names);
  }
}

/** Who tells an authority of the child whom it placed with them says that they are the host: it may be all that says so there. */
function hosted(said: Outgoing['child'], child: Row, { from, to }: Pick<ToDeliver, 'from' | 'to'>): Outgoing['child'] {
  return isOf(child, to) && !isOf(child, from) ? { ...said, hostAuthority: said.hostAuthority ?? from } : said;
}

/** With an interview goes its offer. An offer that was declined is shown as an interview that was refused, and goes out as the offer it is. */
function ofInterview(whose: Outgoing, row: Row, names: Names): Outgoing | null {
  const offers = rowsIn(row, 'offers').map((offer) => outgoingOffer(offer, names.keys));
  if (offers.some(({ key }) => key === keyOf(names, row))) {
    return { ...whose, offers };
  }
  const interview = outgoingInterview(row, { keys: names.keys, offer: offers[0] ?? null });
  return interview === null ? null : { ...whose, offers, interview };
}

/** A message that takes back records under the very names that the receiver was told of them. */
export function buildRetraction(one: ToDeliver, { child, keys }: { readonly child: string; readonly keys: readonly SentKey[] }): Outgoing {
  const withdrawn = keys.map(({ kind, key }) => ({ kind, key })) as Outgoing['withdrawn']; // The kinds are those of records.
  return { ...emptyMessage(one, { key: child }), act: 'retract', withdrawn };
}

/** The level that a message tells something at; null where its matter has none. */
export function levelOf({ interview, intelligence }: Outgoing): SentStatement['level'] {
  return interview?.level ?? intelligence?.level ?? null;
}

function episodesOf(row: Row, names: Names, { from }: Pick<ToDeliver, 'from'>): Outgoing['episodes'] {
  return rowsIn(row, 'episodes').flatMap((episode) => outgoingEpisode(episode, { key: keyOf(names, episode), from, assessed: null }) ?? []);
}

/** Is it the agency's own child, as far as its recipient may know? */
const isOf = (child: Row, agency: string): boolean => ((child['responsibleAuthorities'] as readonly string[] | null | undefined) ?? []).includes(agency); // Ids of agencies; null where they were not let out.

const keyOf = ({ keys }: Names, row: Row): string => keys.get(String(row['id'])) ?? String(row['id']);
// Lists of rows, as they were asked for; null where they were not let out.
const rowsIn = (row: Row, name: string): readonly Row[] => (row[name] as readonly Row[] | null | undefined) ?? [];
