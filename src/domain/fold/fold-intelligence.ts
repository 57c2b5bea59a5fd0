import { ofKind, type FiledDecisions } from '../decision/standing-decisions.ts';
import { personAt } from '../sharing/audience.ts';
import { isReleased, openTo } from '../intelligence/item-state.ts';
import { latestFirst } from './fold-offers.ts';
import type { KeptRecord } from './kept-record.ts';
import type { FoldContext, IntelligencePicture, InterviewPicture, Relation, Restriction } from './picture.ts';
import { saidOfKind, sourceOf } from './stated-fields.ts';

/** What an item shares with the child, or with the interview it comes from. */
export interface AroundIntelligence {
  readonly filed: FiledDecisions;
  readonly restriction: Restriction;
  readonly named: readonly Relation[];
  readonly interviews: readonly InterviewPicture[];
}

/** The intelligence on the child with its grade, latest first; an item of an interview is as closed as that interview. */
export function foldIntelligence(records: readonly KeptRecord[], around: AroundIntelligence, context: FoldContext): IntelligencePicture[] {
  return records.flatMap((record) => itemOf(record, around, context)).sort(latestFirst);
}

function itemOf(record: KeptRecord, around: AroundIntelligence, context: FoldContext): IntelligencePicture[] {
  const latest = saidOfKind(record.said, 'intelligence').at(-1);
  if (latest === undefined) {
    return [];
  }
  const stated = latest.payload;
  const decided = around.filed.on([record.id]);
  const graded = ofKind(decided, 'GRADE').at(-1);
  const grade = graded?.payload ?? null;
  const area = grade?.area ?? stated.area;
  const originator = record.ref.agency;
  const { restriction, named } = interviewOf(stated.interview, around.interviews) ?? around;
  return [
    {
      id: record.id,
      record: sourceOf(record, latest),
      stated,
      grade,
      gradedBy: graded === undefined ? null : personAt(graded.person, graded.agency),
      released: isReleased(stated, decided),
      ...openTo({ grade, origin: stated.origin, originator }),
      originator,
      area,
      groups: area === null ? [] : context.exploitationGroupOf(area),
      order: latest.order,
      restriction,
      named,
    },
  ];
}

function interviewOf(named: string | null, interviews: readonly InterviewPicture[]): InterviewPicture | undefined {
  return interviews.find(({ id, offers }) => id === named || (named !== null && offers.includes(named)));
}
