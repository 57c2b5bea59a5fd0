import type { Audience } from '../domain/sharing/audience.ts';
import { identifiersLeftIn } from '../domain/redaction/identifiers-left-in.ts';
import { networkOf } from '../domain/redaction/network-of.ts';
import type { Network, RedactionKind, TextFor } from '../domain/redaction/network.ts';
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
  const { network, to: textTo } = await readersNetwork(scene, { child, ...to });
  const left = identifiersLeftIn(text, network, textTo);
  return left.length === 0 ? null : left.map((kind) => IN_WORDS[kind]).join(', ');
}

/** Whom and what the actor reads round the child, and what may stand in a text for this recipient. */
export async function readersNetwork(scene: Scene, { child, ...of }: Omit<TextForSomebody, 'text'>): Promise<{ readonly network: Network; readonly to: TextFor }> {
  const around = await aroundRead(scene, child);
  const network = networkOf(around);
  const directory = scene.services.directory();
  return { network, to: textFor({ ...of, homes: around.homes }, network.child, (recipient) => calledBy(directory, recipient)) };
}
