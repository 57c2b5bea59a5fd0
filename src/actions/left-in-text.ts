import type { LeftIn } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { HearNames } from '../domain/redaction/hear-names.ts';
import type { RedactionKind } from '../domain/redaction/network.ts';
import { passagesToLookAt } from '../domain/redaction/suggest-redactions.ts';
import { isForOneAlone } from './check-recipient.ts';
import type { Given } from './given.ts';
import type { Scene } from './perform.ts';
import { readersNetwork, type TextForSomebody } from './still-tells.ts';

/**
 * What in a text for a home or a parent still reads like somebody or somewhere, whether the hub knows of it or not; of every
 * other audience nothing is asked. All of it is the approver's own text: nothing in it is told that they do not read.
 */
export async function leftInText(scene: Scene, { text, ...of }: TextForSomebody, hear: HearNames): Promise<LeftIn[]> {
  if (!isForOneAlone(of.audience)) {
    return [];
  }
  const { network, to } = await readersNetwork(scene, of);
  return passagesToLookAt(text, { network, to, hear }).map(({ from, until, kind }) => ({ from, until, kind }));
}

/** What whoever writes for a home or a carer has looked at, and by whose ear names are heard. */
export interface Looking {
  readonly hear: HearNames;
  /** Where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed: Given<readonly number[]>;
}

/** A lexicon of English takes its time to load, which nobody is to wait for behind the writer's lock. */
export async function looking(confirmed: Given<readonly number[]>): Promise<Looking> {
  const { hearNames: hear } = await import('../domain/redaction/hear-names.ts');
  return { hear, confirmed };
}

/** Fields of one text that a home or a carer reads, by name and in the order in which their places are counted. */
export type FieldsRead = Readonly<Record<string, string | null>>;

/** What stands in a text that a home or a carer is to read next, with nobody else to look at it; refuses one with a passage its writer has not looked at. */
export async function lookedThrough(scene: Scene, { fields, ...of }: Omit<TextForSomebody, 'audience' | 'text'> & { readonly fields: FieldsRead }, { hear, confirmed }: Looking): Promise<LeftIn[]> {
  const text = Object.values(fields).map((words) => words ?? '').join('\n');
  const left = await leftInText(scene, { ...of, audience: 'PLACEMENT', text }, hear);
  mustBeConfirmed(left, confirmed, Object.keys(fields));
  return left;
}

/** What a passage reads like, as whoever looks at it is told. */
const KIND_WORDS: Readonly<Record<RedactionKind, string>> = {
  PERSON: 'a person', PLACE: 'a place', PHONE: 'a phone number', VEHICLE: 'a vehicle', SOCIAL_MEDIA: 'an account', SCHOOL: 'a school', ABOUT_RECIPIENT: 'a sentence about those who read it', OTHER: 'a detail',
};

/**
 * Refuses a text with a passage left unlooked at; `confirmed` says where each begins that may stand, `fields` what is counted
 * through. A place where none begins says that nobody looked: it is refused as one that is left out.
 */
export function mustBeConfirmed(left: readonly LeftIn[], confirmed: Given<readonly number[]>, fields: readonly string[] = ['text']): void {
  const open = left.filter(({ from }) => confirmed?.includes(from) !== true);
  const strange = (confirmed ?? []).filter((place) => !left.some(({ from }) => from === place));
  if (strange.length > 0) {
    throw new HubError('TEXT_UNCONFIRMED', `"confirmed" names ${String(strange.length)} ${strange.length === 1 ? 'place' : 'places'} where no such passage begins. Send it without "confirmed" first: the answer says where they are. Look at each, and send where those begin that may stand, and nothing else.`);
  }
  if (open.length > 0) {
    const where = open.map(({ from, until, kind }) => `${String(from)}-${String(until)} (${KIND_WORDS[kind]})`).join(', ');
    const counted = fields.length === 1 ? '' : `, counted through ${fields.map((field) => `"${field}"`).join(', ')} in this order with a line end between two`;
    throw new HubError('TEXT_UNCONFIRMED', `Passages of ${fields.length === 1 ? `"${fields.join('')}"` : 'the text'} that may tell who or where somebody is: ${String(open.length)}, at ${where}${counted}. Where one may stand, send where it begins in "confirmed"; else have it written anew without it.`);
  }
}
