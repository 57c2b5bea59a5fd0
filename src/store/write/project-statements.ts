import type { FieldStatement, FieldStatements } from '../../domain/fold/field-statement.ts';
import type { ChildPicture, PlacementPicture } from '../../domain/fold/picture.ts';
import type { FieldSource } from '../../domain/fold/sourced.ts';
import { placementFacts, withHash, type PictureRow } from './project-facts.ts';
import { asText, momentOf } from './project-values.ts';
import type { Interval } from '../../domain/interval/interval.ts';

/** Names of fields as readers know them, where they differ; null is no field that readers ask for. */
type Names = Readonly<Record<string, string | null>>;

const OF_CHILD: Names = {
  statedAge: 'age',
  responsibleAuthority: 'responsibleAuthorities',
  responsibleAuthorityChildId: 'authorityChildId',
  // Where a child is placed is told placement by placement: a host sees only those in its own area.
  hostAuthority: null,
  placementUrn: null,
};
export const OF_EPISODE: Names = { incidentRef: 'policeReferences', protectiveMarking: null, togetherKey: null };
const OF_PLACEMENT: Names = { needCode: null, homePostcode: null };

/** What sources ever said, field by field, under the names that readers know. */
export function statementColumn(statements: readonly FieldStatements[], names: Names): object[] {
  return statements.flatMap(({ field, rule, priority, values }) => {
    const name = field in names ? names[field] : field;
    return name === null || name === undefined ? [] : [{ field: name, rule, sourceOrder: priority, values: values.map(shown) }];
  });
}

/** What sources ever said of the child; the authority's own number, where its own record gives it, stands before one that is quoted. */
export function childStatements({ statements }: Pick<ChildPicture, 'statements'>, ownNumber: FieldSource | null): object[] {
  const others = statements.filter(({ field }) => field !== 'responsibleAuthorityChildId');
  const quoted = statements.find(({ field }) => field === 'responsibleAuthorityChildId');
  if (quoted === undefined || ownNumber === null) {
    return statementColumn(statements, OF_CHILD);
  }
  const own: FieldStatement = { value: ownNumber.recordKey, source: ownNumber, fate: 'STANDS', endedBy: null };
  const beside = quoted.values.map((statement) => (statement.endedBy === null ? { ...statement, fate: statement.value === own.value ? 'AGREES' : 'DISAGREES' } as const : statement));
  return statementColumn([...others, { ...quoted, rule: 'KIND_OF_SOURCE', values: [own, ...beside] }], OF_CHILD);
}

/** Who ever said what of one placement. */
export function projectPlacementSource(child: ChildPicture, placement: PlacementPicture): PictureRow {
  return withHash({ id: placement.id, statements: statementColumn(placement.statements, OF_PLACEMENT), ...placementFacts(child, placement) });
}

function shown({ value, source, fate, endedBy }: FieldStatement): object {
  const { agency, system, order } = source;
  return { value: asText(value), at: isTime(value) ? momentOf(value) : null, agency, system, order, fate, endedBy };
}

function isTime(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'precision' in value;
}
