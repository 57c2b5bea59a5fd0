import { HubError } from '../../domain/errors.ts';
import { derivedId } from '../../store/write/derived-id.ts';
import type { Format } from '../format.ts';
import type { Outgoing, Rendered } from '../render-contract.ts';
import { matterOf } from '../render-contract-matter.ts';

/** One file, and what of a message was given to its format. */
export interface RenderedPart {
  readonly outgoing: Outgoing;
  readonly file: Rendered;
}

/**
 * The documents that say a message in a format. Many say all of it in one; others one matter at a time: then the episodes that an
 * interview names, and offers beyond the first, go in documents of their own, before it.
 */
export function renderAll(format: Format, message: Outgoing, settings: unknown): readonly RenderedPart[] {
  const { renderer, renders } = format;
  const [first, ...others] = message.withdrawn;
  if (first !== undefined && others.length > 0) {
    return message.withdrawn.flatMap((withdrawn) => renderAll(format, partOf(message, withdrawn.key, { withdrawn: [withdrawn] }), settings));
  }
  if (!renders.includes(matterOf(message))) {
    throw new HubError('FORMAT_CANNOT_SAY', 'The format of the receiving system has nothing for this matter.');
  }
  const told = new Set(renderer.sayable(message).episodes.map(({ key }) => key));
  const alone = message.act === 'retract' || !renders.includes('EPISODE') ? [] : message.episodes.filter(({ key }) => !told.has(key));
  const episodes = alone.map((episode) => rendered(format, partOf(message, episode.key, { act: 'assert', corrects: null, episodes: [episode], offers: [], interview: null, asks: null }), settings));
  return [...episodes, ...withOffers(format, message, settings)];
}

function rendered({ renderer }: Format, outgoing: Outgoing, settings: unknown): RenderedPart {
  return { outgoing, file: renderer.render(outgoing, settings) };
}

/** With every offer at once where the format can, else each further one in a document of its own. */
function withOffers(format: Format, message: Outgoing, settings: unknown): readonly RenderedPart[] {
  try {
    return [rendered(format, message, settings)];
  } catch (error) {
    const [first, ...others] = message.offers;
    if (!(error instanceof HubError) || error.code !== 'FORMAT_CANNOT_SAY' || first === undefined || others.length === 0) {
      throw error;
    }
    const further = others.map((offer) => rendered(format, partOf(message, offer.key, { episodes: [], offers: [offer], interview: null }), settings));
    return [...further, rendered(format, { ...message, offers: [first] }, settings)];
  }
}

/** A message of its own, under a name that is made of the whole one's and is the same in every try. */
function partOf(message: Outgoing, key: string, changes: Partial<Outgoing>): Outgoing {
  return { ...message, ...changes, messageId: derivedId('message', message.messageId, key) };
}
