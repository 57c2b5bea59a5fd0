import { ofKind } from '../decision/standing-decisions.ts';
import { personAt } from '../sharing/audience.ts';
import { isReleased, openTo } from '../intelligence/item-state.ts';
import { standingGrade } from '../intelligence/standing-grade.ts';
import { interviewBehind, type Between } from './case-closed.ts';
import { closedWith, type AroundThings } from './closed-with.ts';
import { latestFirst } from './fold-offers.ts';
import type { IntelligencePayload } from '../observation/observation.ts';
import type { KeptRecord } from './kept-record.ts';
import type { FoldContext } from './fold-context.ts';
import type { IntelligencePicture } from './intelligence-picture.ts';
import { saidOfKind, sourceOf } from './stated-fields.ts';

/** What an item shares with the child, or with the interview or the concern it comes from. */
export interface AroundIntelligence extends AroundThings {
  readonly between: Between;
}

/** The intelligence on the child with its grade, latest first; an item of an interview, or of a concern heard in it, is as closed as that interview. */
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
  const { grade, flags } = standingGrade({ latest, decided: graded, agencyOf: context.agencyOf });
  const area = grade?.area ?? areaOf(stated, context);
  const originator = record.ref.agency;
  const { restriction, named } = closedWith(interviewBehind(stated.interview ?? stated.concern ?? null, around.between), around);
  return [
    {
      id: record.id,
      record: sourceOf(record, latest),
      stated,
      grade,
      flags,
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

/** A source names an area by a code, the hub's own people by its directory id. */
function areaOf({ area }: IntelligencePayload, { agencyOf }: FoldContext): string | null {
  return area === null ? null : (agencyOf(area) ?? area);
}
