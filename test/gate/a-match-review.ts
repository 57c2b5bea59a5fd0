import { columnName } from '../../src/gate/column-name.ts';
import { agencyOf, relation, type Rows, type Standing } from './a-world.ts';

interface APair {
  readonly id: string;
  readonly first: string;
  readonly second: string;
  /** Of the children on both sides, as the writer puts them together. */
  readonly standing: Pick<Standing, 'responsible' | 'candidates' | 'restricted' | 'named'>;
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** A pair that may be one child. */
export function aMatchReview({ id, first, second, standing, columns = {} }: APair): Rows {
  const { responsible = [], candidates = [], restricted = 'NO', named = [] } = standing;
  const holders = responsible.map((holder) => (typeof holder === 'string' ? holder : holder.agency));
  return {
    match_review: {
      id,
      first,
      second,
      state: 'OPEN',
      verdict: 'REVIEW',
      evidence: [
        { of: 'BIRTH', how: 'EQUAL', weight: 12 },
        { of: 'POSTCODE', how: 'EQUAL', weight: 6 },
        { of: 'NHS_NUMBER', how: 'DIFFERENT', weight: -8 },
        { of: 'PLACEMENT', how: 'EQUAL', weight: 3 },
      ],
      since: '2026-11-01T10:00:00Z',
      joined_by: [],
      separated_by: [],
      revisions: {},
      first_agency: 'north-force',
      second_agency: 'south-force',
      ...relation(columnName('responsible'), responsible),
      candidates,
      restricted,
      ...relation('named', named),
      agencies: [...new Set([...holders, ...candidates, ...named.map((one) => agencyOf(typeof one === 'string' ? one : one.agency))])],
      ...columns,
    },
  };
}
