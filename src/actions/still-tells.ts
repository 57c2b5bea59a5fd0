import type { Audience } from '../domain/sharing/audience.ts';
import { identifiersLeftIn } from '../domain/redaction/identifiers-left-in.ts';
import { networkOf, type AroundChild } from '../domain/redaction/network-of.ts';
import type { RedactionKind } from '../domain/redaction/network.ts';
import { textFor } from '../domain/redaction/text-for.ts';
import { calledBy } from '../directory/called-by.ts';
import { storedAround } from '../store/write/read-around.ts';
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

/**
 * The same for a text that a home or a carer reads at once, without a second person: nothing that the hub knows stands in
 * it, whether the actor reads that or not. Of what they do not read no kind is told; each try is in the log.
 */
export async function tellsCarer(scene: Scene, text: Omit<TextForSomebody, 'audience'>): Promise<string | null> {
  const told = await stillTells(scene, { ...text, audience: 'PLACEMENT' });
  if (told !== null) {
    return told;
  }
  const stored = await storedAround(scene.em, text.child);
  const around = stored === null ? null : { ...stored, persons: [stored.child] };
  return around === null || leftIn(scene, around, { ...text, audience: 'PLACEMENT' }).length === 0 ? null : 'what a home is not to read: leave out every name, place and number';
}

function leftIn({ services }: Scene, around: AroundChild, { text, ...to }: Omit<TextForSomebody, 'child'>): RedactionKind[] {
  const network = networkOf(around);
  const directory = services.directory();
  return identifiersLeftIn(text, network, textFor({ ...to, homes: around.homes }, network.child, (recipient) => calledBy(directory, recipient)));
}
