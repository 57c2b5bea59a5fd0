import type { Interval } from '../interval/interval.ts';
import { isBeforeReturn } from '../interview/after-the-return.ts';
import type { FollowedTimes } from '../interview/step-counts.ts';
import type { InterviewPicture } from './interview-picture.ts';
import type { EpisodePicture } from './picture.ts';

type Followed = Pick<EpisodePicture, 'id' | 'report' | 'status' | 'locatedAt' | 'returnedAt'>;
type Held = Pick<InterviewPicture, 'state' | 'at' | 'stated' | 'episodes'>;

/** When what steps of one of the child's episodes follow happened; of an episode that its source took back nobody knows. */
export function followedTimesAmong(episodes: readonly Followed[], interviews: readonly Held[]): (episode: string | null) => FollowedTimes {
  return (episode) => {
    const found = episodes.find(({ id }) => id === episode);
    return found === undefined ? { missing: [], located: [], returned: [], interviewed: [] } : timesOf(found, interviews);
  };
}

function timesOf({ id, report, status, locatedAt, returnedAt }: Followed, interviews: readonly Held[]): FollowedTimes {
  const returned = returnOf({ status, returnedAt });
  const held = interviews.filter(({ state, at, stated, episodes }) => state === 'COMPLETED' && episodes.includes(id) && ((stated?.departure ?? null) !== null || !isBeforeReturn(at, returned)));
  return { missing: [report.missingSince?.value ?? null], located: locatedAt === null ? returned : [locatedAt.value], returned, interviewed: held.map(({ at }) => at) };
}

/** When the child came back from an episode: nothing while they are not, null where no source says when. */
export function returnOf({ status, returnedAt }: Pick<Followed, 'status' | 'returnedAt'>): (Interval | null)[] {
  return status === 'RETURNED' ? [returnedAt?.value ?? null] : [];
}
