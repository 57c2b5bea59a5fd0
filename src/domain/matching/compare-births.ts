import type { Evidence, EvidenceHow, MatchPerson } from './likeness.ts';
import { BIRTH, DOUBTFUL_BIRTH } from './weights.ts';

type Born = Pick<MatchPerson, 'birth' | 'birthDoubtful'>;

/** How two dates of birth compare; nothing where one is unknown, little where one is doubtful. */
export function compareBirths(first: Born, second: Born): Evidence[] {
  if (first.birth === null || second.birth === null) {
    return [];
  }
  const how = howBirths(first.birth, second.birth);
  const weights = first.birthDoubtful || second.birthDoubtful ? DOUBTFUL_BIRTH : BIRTH;
  return [{ of: 'BIRTH', how, weight: weights[how] }];
}

function howBirths(first: string, second: string): Extract<EvidenceHow, keyof typeof BIRTH> {
  if (first === second) {
    return 'EQUAL';
  }
  const [year, month, day] = first.split('-');
  if (second === [year, day, month].join('-')) {
    return 'SWAPPED_DAY_AND_MONTH';
  }
  const different = Array.from(first).filter((digit, place) => digit !== second[place]).length;
  return different === 1 ? 'NEAR' : 'DIFFERENT';
}
