import type { FieldStatements } from '../../../src/domain/fold/field-statement.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';

/** The pictures without what is kept of statements that were taken back. */
export function asSaidNow(children: readonly ChildPicture[]): ChildPicture[] {
  return children.map((child) => ({
    ...child,
    statements: standing(child.statements),
    placements: child.placements.map((placement) => ({ ...placement, statements: standing(placement.statements) })),
    episodes: child.episodes.map((episode) => ({ ...episode, statements: standing(episode.statements) })),
  }));
}

function standing(statements: readonly FieldStatements[]): FieldStatements[] {
  return statements
    .map((field) => ({ ...field, values: field.values.filter(({ fate }) => !['CORRECTED', 'RETRACTED', 'ABSENT'].includes(fate)) }))
    .filter(({ values }) => values.length > 0);
}
