import { HubError } from '../domain/errors.ts';
import { DAY } from '../domain/interval/durations.ts';
import { emergenciesOf } from '../store/write/emergency-store.ts';
import type { Scene } from './perform.ts';

/** How often one person opens the same child within a day, and for how long not at all after a review that found against them. */
const MOST_A_DAY = 3;
const CLOSED_AFTER_REVIEW = 30 * DAY;
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

/** Refuses whom a review found not justified, and who opens the child again and again: what lasts is given by assigning people to it. */
export async function mustBeFreeToOpen({ em, actor, now }: Scene, children: readonly string[]): Promise<void> {
  const opened = await emergenciesOf(em, { person: actor.viewer.person, children, since: now - CLOSED_AFTER_REVIEW });
  const closed = opened.flatMap(({ notJustifiedAt }) => (notJustifiedAt === null ? [] : [notJustifiedAt + CLOSED_AFTER_REVIEW])).filter((until) => until > now);
  if (closed.length > 0) {
    const until = TIME.format(Math.max(...closed));
    throw new HubError('FORBIDDEN', `A review found that your emergency access to this child was not justified: you cannot open it again before ${until}. Ring the duty contact of the authority.`);
  }
  const first = opened.filter(({ at }) => at > now - DAY)[MOST_A_DAY - 1];
  if (first !== undefined) {
    const again = TIME.format(first.at + DAY);
    throw new HubError('RATE_LIMITED', `You opened this child ${String(MOST_A_DAY)} times within a day; you can again from ${again}. Until then ring the duty contact of the authority.`);
  }
}
