import { agreementGaps, type PlacedElsewhere } from '../domain/interview/agreement-gaps.ts';
import { placedElsewhere, type StatedAgreement } from '../domain/interview/placed-elsewhere.ts';
import type { SeenAt } from './seen-at.ts';
import { spanOf, type AgreementRow, type CourseChild } from './course-row.ts';
import { SEEN } from './course-wanted.ts';
import { ruleAsRead } from './rule-as-read.ts';

const stated = (row: AgreementRow): StatedAgreement => ({ ...row, from: spanOf(row.from).from });

/** What one agreement lacks by the practices of these authorities, as this reader is told of their rules. */
export function gapsSeen(row: AgreementRow, responsible: readonly string[], { agency, practiceOf, authorityNamed }: SeenAt): string[] {
  const agreement = stated(row);
  const placed = placedElsewhere([agreement], { responsible, host: agreement.hostAuthority, named: authorityNamed, now: agreement.from }) ?? { agreement, hostInterviews: null };
  const gaps = responsible.flatMap((authority) => {
    const practice = practiceOf(authority);
    const lacks = practice === null ? [] : agreementGaps(placed, practice);
    return lacks.map(({ words, rule, perhaps }) => `${perhaps ? 'perhaps ' : ''}${words} (${ruleAsRead(rule, { authority, isOwn: authority === agency })})`);
  });
  return [...new Set(gaps)];
}

/** What holds for a child who is placed in another authority's area, of the agreements this reader is shown; null: not placed so, or not for them. */
export function placedSeen(child: CourseChild | null, at: Pick<SeenAt, 'authorityNamed' | 'now'>): PlacedElsewhere | null {
  return placedWith(child, child?.[SEEN.placement]?.hostAuthority ?? null, at);
}

/** The same with one host, of whom it can be known without a placement. */
export function placedWith(child: CourseChild | null, host: string | null, { authorityNamed, now }: Pick<SeenAt, 'authorityNamed' | 'now'>): PlacedElsewhere | null {
  const agreements = child?.[SEEN.agreements] ?? null;
  return child === null || agreements === null ? null : placedElsewhere(agreements.map(stated), { responsible: child.responsibleAuthorities ?? [], host, named: authorityNamed, now });
}
