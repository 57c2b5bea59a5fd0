import type { Practice } from '../authority/practice.ts';
import type { Ages } from '../child/ages-at.ts';
import { momentsOf } from '../clocks/moments.ts';
import type { Span } from '../interval/compare-intervals.ts';

/** How a record that a practice asks for stands. NOT_KNOWN: the reader may not see it; CANNOT_TELL: what is known does not settle it. */
export interface OwedState {
  readonly state: 'SILENT' | 'NOT_OWED' | 'DONE' | 'OWED' | 'CANNOT_TELL' | 'NOT_KNOWN';
  /** Authority and paragraph; null where the practice is silent. */
  readonly rule: string | null;
}

/** By whom a screen was made, as the rule tells them apart. */
type Screener = 'SOCIAL_WORKER' | 'RETURN_WORKER' | 'OTHER';

/** What decides on the screen. `screens` null: not for this reader; `missingSince` null: no source says when. */
export interface ScreenFacts {
  readonly ages: Ages | null;
  readonly missingSince: Span | null;
  readonly screens: readonly { readonly at: Span; readonly by: Screener }[] | null;
}

/** Somerset 4.12: every missing child of 13 or over is screened for exploitation, unless a social worker did so anew since the episode; nobody else's screen stands for it. */
export function ceScreen({ ages, missingSince, screens }: ScreenFacts, { figures }: Pick<Practice, 'figures'>): OwedState {
  const rule = figures.ceScreenFrom;
  if (rule === null) {
    return { state: 'SILENT', rule: null };
  }
  if (ages !== null && ages.most < rule.value) {
    return { state: 'NOT_OWED', rule: rule.source };
  }
  const surelyOldEnough = ages !== null && ages.least >= rule.value;
  return { state: screens === null ? 'NOT_KNOWN' : stateOf(screens, { missingSince, surelyOldEnough }), rule: rule.source };
}

function stateOf(screens: NonNullable<ScreenFacts['screens']>, { missingSince, surelyOldEnough }: Pick<ScreenFacts, 'missingSince'> & { readonly surelyOldEnough: boolean }): OwedState['state'] {
  const since = (by: 'SOCIAL_WORKER' | 'RETURN_WORKER'): Since => sinceEpisode(screens.filter((screen) => screen.by === by).map(({ at }) => at), missingSince);
  const [worker, socialWorker] = [since('RETURN_WORKER'), since('SOCIAL_WORKER')];
  if (worker === 'YES') {
    return 'DONE';
  }
  if (socialWorker === 'YES') {
    return 'NOT_OWED';
  }
  return surelyOldEnough && worker === 'NO' && socialWorker === 'NO' ? 'OWED' : 'CANNOT_TELL';
}

/** In which role a screen was written: the return service's own is its workers' and its senior's, beside a social worker's (Somerset 4.12). */
export function screener(role: string | null): Screener {
  if (role === 'SOCIAL_WORKER') {
    return role;
  }
  return role === 'RETURN_WORKER' || role === 'SENIOR_WORKER' ? 'RETURN_WORKER' : 'OTHER';
}

type Since = 'YES' | 'PERHAPS' | 'NO';

/** Whether any of these was surely, or can have been, after the child was missed. */
function sinceEpisode(times: readonly Span[], missingSince: Span | null): Since {
  if (missingSince === null) {
    return times.length === 0 ? 'NO' : 'PERHAPS';
  }
  const start = momentsOf(missingSince);
  const moments = times.map(momentsOf);
  if (moments.some(({ first }) => first > start.last)) {
    return 'YES';
  }
  return moments.some(({ last }) => last >= start.first) ? 'PERHAPS' : 'NO';
}
