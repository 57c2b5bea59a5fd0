import type { Audience } from '../domain/sharing/audience.ts';
import type { Writing } from '../store/database.ts';
import type { InterviewRow } from '../store/write/read-facts.ts';
import { hasApprovedText } from '../store/write/read-words.ts';
import { isForOneAlone } from './check-recipient.ts';
import { recipientStands } from './recipient-stands.ts';

/** What whoever releases something is told at once, rather than finding out that nothing arrived. */
export async function releaseWarnings(
  em: Writing,
  interview: InterviewRow,
  { audience, recipient, level }: { readonly audience: Audience; readonly recipient: string; readonly level: 'REDACTED' | 'FULL' },
): Promise<string[]> {
  const warnings: string[] = [];
  if (!recipientStands(interview.facts, audience, recipient)) {
    warnings.push('This recipient has nothing to do with the child now, and reads nothing until it has.');
  }
  const text = { interview: interview.id, audience, recipient: isForOneAlone(audience) ? recipient : null };
  if (level === 'REDACTED' && !(await hasApprovedText(em, text))) {
    warnings.push('No redacted text is approved for this recipient yet; until one is, it reads only that there was an interview.');
  }
  return warnings;
}
