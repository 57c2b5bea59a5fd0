import { assignWorker } from '../../actions/assign-worker.ts';
import { recordInterview } from '../../actions/record-interview.ts';
import { recordOffer } from '../../actions/record-offer.ts';
import { DAY } from '../../domain/interval/durations.ts';
import { as, iso, keyOf, overWhatStands, type Teller, type ToldChild } from './teller.ts';

/** Fern, whom Westhaven placed in Southvale, asked to speak once more: Southvale's worker hears her, and by the directory it goes on to Westhaven's folder. */
export async function hearFern(teller: Teller, { child, episodes }: ToldChild): Promise<void> {
  const { hub, now } = teller;
  const worker = as(teller, 'southvale-worker');
  const about = { child, episodes: episodes.slice(0, 1) };
  await overWhatStands((revision) => assignWorker(hub.actions, as(teller, 'southvale-coordinator'), { key: keyOf('fern worker'), child, revision, worker: 'southvale-worker' }, now));
  const offer = await recordOffer(hub.actions, worker, { ...about, key: keyOf('fern offer'), at: iso(now - 6 * DAY), offeredTo: 'CHILD', outcome: 'ACCEPTED', phonedYoungPerson: 'YES' }, now);
  const answers = { conductedWhere: 'A walk by the river', reasons: 'Wanted to say more than a week before: she goes where she used to live when a visit is moved.', childViewsHelp: 'Visits that are kept.', firstTime: 'NO' } as const;
  const held = { ...about, key: keyOf('fern interview'), offer: offer.id, state: 'COMPLETED', at: iso(now - 5 * DAY) } as const;
  await recordInterview(hub.actions, worker, { ...held, answers: { ...answers, pullFactors: ['NEAR_FRIENDS_OR_FAMILY'] } }, now);
}
