import { canonicalJson } from '../../domain/observation/canonical-json.ts';
import { covers, factsSent, type FactTree } from '../render-contract-facts.ts';
import type { Loss, Outgoing, Renderer } from '../render-contract.ts';
import { saidAs } from './said-as.ts';

/** A part of a message as it was given to the format of one file; null: as JSON, which says all of it. */
export interface WrittenPart {
  readonly outgoing: Outgoing;
  readonly renderer: Pick<Renderer, 'sayable' | 'losses' | 'shows'> | null;
  readonly settings: unknown;
}

/**
 * The names of what these files say, of all that the recipient was let read: what the format has a place for. It rests on type, level
 * and format; that a question was answered is told by no name.
 */
export function carriedFields(read: readonly string[], parts: readonly WrittenPart[]): readonly string[] {
  const carriers = parts.map(carrierOf);
  return read.filter((field) => {
    const [type = '', attribute = ''] = field.split('.');
    return saidAs(type, attribute).some((place) => carriers.some((carries) => carries(place)));
  });
}

type Carries = (place: string) => boolean;

function carrierOf({ outgoing, renderer, settings }: WrittenPart): Carries {
  const given = factsSent(outgoing);
  const said = renderer === null ? given : factsSent(renderer.sayable(outgoing));
  const [losses, shows] = [renderer?.losses(settings) ?? [], renderer?.shows ?? []];
  return (place) => {
    const about = rowsAt(said, place.split('.').slice(0, 1));
    const isDropped = isSaid(given, place) && !isSaid(said, place);
    const loss = losses.find((known) => covers(known, place));
    const isLost = loss !== undefined && !about.some((beside) => leavesSome(loss, beside as FactTree, said)); // What stands at a part's own name is a tree.
    return about.length > 0 && !isDropped && (shows.includes(place) || (isFact(place) && !isLost));
  };
}

/** The message's own name of a text is no fact that a reader takes up. */
const isFact = (place: string): boolean => place !== 'interview.text';

/** Does what comes back in its place differ where something else was said? Then some of it stands there. */
function leavesSome({ as }: Loss, beside: FactTree, whole: FactTree): boolean {
  return as !== undefined && canonicalJson(as('one', beside, whole) ?? null) !== canonicalJson(as('other', beside, whole) ?? null);
}

function isSaid(tree: FactTree, place: string): boolean {
  return rowsAt(tree, place.split('.')).some((value) => value !== '' && value !== 'NOT_SAID');
}

/** What stands at a path, in each of several rows. */
function rowsAt(tree: unknown, path: readonly string[]): readonly unknown[] {
  const here = [tree].flat().filter((one) => one !== null && one !== undefined);
  const [name, ...rest] = path;
  return name === undefined ? here : here.flatMap((one) => (typeof one === 'object' ? rowsAt((one as FactTree)[name], rest) : [])); // An object that is no list.
}
