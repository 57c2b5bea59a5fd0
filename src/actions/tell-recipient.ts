import { whoAnswers } from '../directory/who-answers.ts';
import { ANSWER_WITHIN } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { raiseAlert, type AlertStep } from '../store/write/alert-store.ts';
import { tellIfHeldBack } from './held-back.ts';
import type { Scene } from './perform.ts';

/** The kind of notice by which a safety note is told: its home or carer answers it by acknowledging the note. */
export const SAFETY_NOTE_NOTICE = 'SAFETY_NOTE';

/** A safety note for somebody. */
interface NoteFor {
  /** The person record of the child. */
  readonly child: string;
  readonly note: string;
  readonly recipient: string;
  readonly facts: ChildFacts;
  /** Whose words it is in, where that is somebody else than who approves it. */
  readonly writer?: string;
}

/** Our figure: a home has as long as a concern of little risk; then the service that approved the note learns that nobody has read it. */
const TO_READ = ANSWER_WITHIN.LOW * MINUTE;

/** A note that is held back is told to a manager alone. Any other tells the home or the carer first on their briefing that an approved safety note waits to be acknowledged, and after its time the duty of the service, one after the other. */
export async function tellRecipient(scene: Scene, { child, note, recipient, facts, ...by }: NoteFor): Promise<void> {
  const { em, now, services, actor } = scene;
  if (await tellIfHeldBack(scene, { table: 'safety_note', id: note, child, facts, ...by })) {
    return;
  }
  const people = recipient.includes('@') ? { people: [recipient] } : {};
  const first: AlertStep = { to: `PLACEMENT_PROVIDER:${agencyOfPerson(recipient)}`, from: now, until: now + TO_READ, ...people };
  const after = whoAnswers(services.directory(), { facts, matter: 'OTHER', risk: 'LOW', raisedBy: actor.viewer, from: first.until }).flat();
  const chain = [first, ...after.toSorted((one, other) => one.from - other.from)];
  await raiseAlert(em, { kind: SAFETY_NOTE_NOTICE, child, about: note, text: 'A safety note waits to be read and acknowledged by the home or the carer it is for.', chain, raisedAt: now });
}
