import type { NamedAs } from '../fold/relation.ts';

/** What happens to a child that somebody has to hear, and not only be sent. */
export const EPISODE_NEWS = ['CHILD_MISSING', 'CHILD_LOCATED', 'CHILD_RETURNED'] as const;
export type EpisodeNews = (typeof EPISODE_NEWS)[number];

/** What whoever answers for the child is told: fixed words, and no child's. */
export const NEWS_IN_WORDS: Readonly<Record<EpisodeNews, string>> = {
  CHILD_MISSING: 'A child is missing. Look at the briefing, and say that you know.',
  CHILD_LOCATED: 'A child who was missing has been located and is not back yet. Look at the briefing, and say that you know.',
  CHILD_RETURNED: 'A child who was missing is back. Say that you know: the time until the return interview is offered runs.',
};

/** Said with it where no force is involved, or one has nobody in the hub who hears of it: it is never left open whether the police know. */
export const POLICE_UNTOLD = 'The police of where the child is may not hear of it here: tell them yourself.';

/** What coordinators are told of a return besides, whether it comes before their duty or not. */
export const CLOCKS_RUN = {
  kind: 'RETURNED',
  text: 'A child is reported as back, so the clocks of the return run. Look at the briefing, and see that the team is told.',
} as const;

/** Who named round the child is told besides: the social worker of all of it, the reviewing officer of missing and return, the child protection coordinator of missing (BHM, SOM 5.1.8, 5.2.5). */
export const TOLD_BY_NAME: Readonly<Record<EpisodeNews, readonly NamedAs[]>> = {
  CHILD_MISSING: ['SOCIAL_WORKER', 'IRO', 'CP_COORDINATOR'],
  CHILD_LOCATED: ['SOCIAL_WORKER'],
  CHILD_RETURNED: ['SOCIAL_WORKER', 'IRO'],
};
