import type { Audience } from '../domain/sharing/audience.ts';
import { identifiersLeftIn } from '../domain/redaction/identifiers-left-in.ts';
import { networkOf, type AroundChild } from '../domain/redaction/network-of.ts';
import type { RedactionKind } from '../domain/redaction/network.ts';
import { textFor } from '../domain/redaction/text-for.ts';
import { calledBy } from '../directory/called-by.ts';
import { aroundRead } from './around-read.ts';
import type { Scene } from './perform.ts';

/** A text about a child, and for whom it is. */
export interface TextForSomebody {
  /** Shown id. */
  readonly child: string;
  readonly text: string;
  readonly audience: Audience;
  readonly recipient: string | null;
}

const IN_WORDS: Readonly<Record<RedactionKind, string>> = {
  PERSON: 'somebody', PLACE: 'a place', PHONE: 'a number', VEHICLE: 'a vehicle', SOCIAL_MEDIA: 'an account', SCHOOL: 'a school', ABOUT_RECIPIENT: 'a passage', OTHER: 'a detail',
};

/** What that the actor may read still stands in a text, in words: never who, where or at which place in it. */
export async function stillTells(scene: Scene, { child, text, ...to }: TextForSomebody): Promise<string | null> {
  const left = leftIn(scene, await aroundRead(scene, child), { text, ...to });
  return left.length === 0 ? null : left.map((kind) => IN_WORDS[kind]).join(', ');
}

function leftIn({ services }: Scene, around: AroundChild, { text, ...to }: Omit<TextForSomebody, 'child'>): RedactionKind[] {
  const network = networkOf(around);
  const directory = services.directory();
  return identifiersLeftIn(text, network, textFor({ ...to, homes: around.homes }, network.child, (recipient) => calledBy(directory, recipient)));
}
