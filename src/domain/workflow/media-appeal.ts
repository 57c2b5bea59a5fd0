import type { Practice } from '../authority/practice.ts';
import type { EpisodeCourse } from './episode-course.ts';

/** What decides on a media appeal; null: not for this reader. */
export interface AppealFacts {
  readonly status: EpisodeCourse['status'];
  readonly risk: EpisodeCourse['risk'];
  readonly consent: 'GIVEN' | 'REFUSED' | 'NOT_ASKED' | null;
  readonly made: boolean | null;
}

/** Whether the police put out an appeal. SEEK_CONSENT: they ask parents or carers first; `mayGoWithout`: it may go out although they do not agree. */
export interface AppealAdvice {
  readonly state: 'SILENT' | 'NOT_ASKED_FOR' | 'SEEK_CONSENT' | 'PUT_OUT' | 'HOLD_BACK' | 'MADE' | 'NOT_KNOWN';
  readonly mayGoWithout: boolean;
  readonly rule: string | null;
}

const AT: Readonly<Record<'HIGH' | 'MEDIUM', readonly EpisodeCourse['risk'][]>> = { HIGH: ['HIGH'], MEDIUM: ['HIGH', 'MEDIUM'] };

/** Birmingham: of a child at high risk the police seek to put out an appeal; consent is always sought, and it may go out without. */
export function mediaAppeal(facts: AppealFacts, { figures }: Pick<Practice, 'figures'>): AppealAdvice {
  const rule = figures.mediaAppeal;
  if (rule === null) {
    return { state: 'SILENT', mayGoWithout: false, rule: null };
  }
  const { atRisk, consentSought, mayGoWithout } = rule.value;
  const say = (state: AppealAdvice['state']): AppealAdvice => ({ state, mayGoWithout, rule: rule.source });
  if (facts.status === null || (facts.status === 'MISSING' && facts.risk === null)) {
    return say('NOT_KNOWN');
  }
  if (facts.status !== 'MISSING' || !AT[atRisk].includes(facts.risk)) {
    return say('NOT_ASKED_FOR');
  }
  if (facts.made !== false) {
    return say(facts.made === null ? 'NOT_KNOWN' : 'MADE');
  }
  return say(consentSought ? byConsent(facts.consent, mayGoWithout) : 'PUT_OUT');
}

function byConsent(consent: AppealFacts['consent'], mayGoWithout: boolean): AppealAdvice['state'] {
  if (consent === null) {
    return 'NOT_KNOWN';
  }
  if (consent === 'NOT_ASKED') {
    return 'SEEK_CONSENT';
  }
  return consent === 'GIVEN' || mayGoWithout ? 'PUT_OUT' : 'HOLD_BACK';
}
