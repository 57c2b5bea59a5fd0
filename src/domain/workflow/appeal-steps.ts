import type { CourseStep } from './episode-course.ts';
import type { AppealFacts } from './media-appeal.ts';

/** What a MEDIA_APPEAL step can say as its outcome: what the parents or carers said when they were asked. Any other, or none, says that an appeal was considered or made. */
const APPEAL_CONSENT = ['CONSENT_GIVEN', 'CONSENT_REFUSED'] as const;

/** What the steps recorded of an episode, the latest first, say of a media appeal; null: they are not for this reader. */
export function appealRecorded(steps: readonly CourseStep[] | null): Pick<AppealFacts, 'consent' | 'made'> {
  if (steps === null) {
    return { consent: null, made: null };
  }
  const said = steps.filter(({ step }) => step === 'MEDIA_APPEAL').map(({ outcome }) => outcome ?? null);
  const asked = said.find((outcome) => outcome === 'CONSENT_GIVEN' || outcome === 'CONSENT_REFUSED');
  return {
    consent: asked === undefined ? 'NOT_ASKED' : asked === 'CONSENT_GIVEN' ? 'GIVEN' : 'REFUSED',
    made: said.some((outcome) => !APPEAL_CONSENT.some((word) => word === outcome)),
  };
}
