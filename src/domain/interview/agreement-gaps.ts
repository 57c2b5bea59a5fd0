import type { Figure, FigureValue, Practice } from '../authority/practice.ts';
import type { PlacementAgreementPayload } from '../observation/observation.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

type Agreement = Pick<PlacementAgreementPayload, 'hostOfficer' | 'hostContact' | 'whoInterviews' | 'resultHow' | 'resultBy'>;

/** What was agreed for a placement out of area; null: nothing. `hostInterviews`: null where what is agreed does not settle it. */
export interface PlacedElsewhere {
  readonly agreement: Agreement | null;
  readonly hostInterviews: boolean | null;
}

/**
 * Somerset 7.1.2-7.1.5: the agreement names the host's officer and contact, who interviews, and how and by when the result
 * comes; where the host does not interview, the responsible authority tries to reach the child by telephone.
 */
export function agreementGaps({ agreement, hostInterviews }: PlacedElsewhere, { figures }: Pick<Practice, 'figures'>): PracticeWarning[] {
  const rule = figures.placementAgreement;
  if (rule === null) {
    return [];
  }
  if (agreement === null) {
    return [practiceWarning('AGREEMENT_MISSING', rule), ...telephone(rule, null)];
  }
  const { officer, contact, whoInterviews, result } = rule.value;
  const named = [
    { asked: officer, stated: agreement.hostOfficer, code: 'HOST_OFFICER_MISSING' },
    { asked: contact, stated: agreement.hostContact, code: 'HOST_CONTACT_MISSING' },
    { asked: whoInterviews, stated: agreement.whoInterviews, code: 'WHO_INTERVIEWS_MISSING' },
  ] as const;
  const results = [
    { asked: result && hostInterviews !== false, stated: agreement.resultHow, code: 'RESULT_HOW_MISSING' },
    { asked: result && hostInterviews !== false, stated: agreement.resultBy, code: 'RESULT_BY_MISSING' },
  ] as const;
  return [
    ...named.flatMap(({ asked, stated, code }) => (asked && isBlank(stated) ? [practiceWarning(code, rule)] : [])),
    ...results.flatMap(({ asked, stated, code }) => (asked && isBlank(stated) ? [practiceWarning(code, rule, hostInterviews === null)] : [])),
    ...telephone(rule, hostInterviews),
  ];
}

/** Perhaps, where nobody can tell whether the host interviews. */
function telephone(rule: Figure<FigureValue<'placementAgreement'>>, hostInterviews: boolean | null): PracticeWarning[] {
  return rule.value.elseTelephone && hostInterviews !== true ? [practiceWarning('TELEPHONE_CONTACT', rule, hostInterviews === null)] : [];
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
