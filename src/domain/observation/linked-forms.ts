/** A return interview form with the episode it was filled in for. */
export interface FormOfEpisode {
  readonly key: string;
  readonly episode: string | null;
  /** The source's key of the form, or of the episode, in whose form the interview stands. */
  readonly nextForm: string | null;
  readonly otherEpisodes: readonly string[];
}

/**
 * Which episodes each form covers: its own, those it names (SOM 4.18: one form covers all), and those whose forms refer
 * to it, straight or through one another (KNT: a form for each episode, referring to the next).
 */
export function episodesCovered(forms: readonly FormOfEpisode[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map([...forms.map((form) => [form.episode, form] as const), ...forms.map((form) => [form.key, form] as const)]);
  const covered = new Map(forms.map(({ key, otherEpisodes }) => [key, new Set(otherEpisodes)]));
  for (const form of forms) {
    const last = lastOf(form, known);
    if (form.episode !== null) {
      covered.get(last.key)?.add(form.episode);
      covered.get(form.key)?.add(form.episode);
    }
  }
  return new Map([...covered].map(([key, episodes]) => [key, [...episodes].sort()]));
}

/** The form at the end of the references; of forms that refer to one another in a ring, the one before it closes. */
function lastOf(form: FormOfEpisode, known: ReadonlyMap<string | null, FormOfEpisode>): FormOfEpisode {
  const passed = new Set([form]);
  for (const { nextForm } of passed) {
    const next = nextForm === null ? undefined : known.get(nextForm);
    if (next !== undefined) {
      // A set hands out what is added to it while it is walked through.
      passed.add(next);
    }
  }
  return [...passed].at(-1) ?? form;
}
