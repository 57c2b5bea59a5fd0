import type { Practice } from '../authority/practice.ts';

/** One interview form: which episodes it is about, and how much of it is asked. */
export interface PlannedForm {
  readonly episodes: readonly string[];
  readonly extent: 'FULL' | 'MANDATORY_QUESTIONS';
  /** The episode whose form has more. */
  readonly refersTo: string | null;
}

/**
 * The forms for a child who went missing again before the interview, episodes in the order of time: one for all (Somerset
 * 4.18), or one each with its mandatory questions that refers to the next (Kent). Null: the practice says nothing of it.
 */
export function formsForEpisodes(episodes: readonly string[], { figures }: Pick<Practice, 'figures'>): readonly PlannedForm[] | null {
  if (episodes.length > 1 && figures.severalEpisodes === null) {
    return null;
  }
  if (figures.severalEpisodes?.value === 'FORM_EACH') {
    return episodes.map((episode, nth) => {
      const next = episodes[nth + 1] ?? null;
      return { episodes: [episode], extent: next === null ? 'FULL' : 'MANDATORY_QUESTIONS', refersTo: next };
    });
  }
  return episodes.length === 0 ? [] : [{ episodes, extent: 'FULL', refersTo: null }];
}
