import { groupBy } from './group-by.ts';
import type { PersonIdentity } from './person-identity.ts';
import type { ChildPicture, FoldContext } from './picture.ts';
import { valueOf } from './stated-fields.ts';

const WHY = 'Same name, date of birth and gender in one police force area.';

/** A child's person records under the child's id. */
export interface ChildPersons {
  readonly id: string;
  readonly persons: readonly PersonIdentity[];
}
type Likeness = ChildPicture['possiblySame'][number];

/**
 * Children who may be the same because name, date of birth and gender are, within one force area: by child id. It joins
 * nothing; and where one of them is unaccompanied or of an estimated age it says nothing.
 */
export function possiblySame(children: readonly ChildPersons[], context: FoldContext): Map<string, Likeness[]> {
  const candidates = children
    .filter(({ persons }) => !persons.some(isDoubtful))
    .flatMap(({ id, persons }) => persons.filter(({ likeness }) => likeness !== null).map((person) => ({ id, person })));
  const blocks = groupBy(candidates, ({ person }) => person.likeness);
  const pairs = [...blocks.values()].flatMap((block) =>
    block.flatMap((one) =>
      block
        .filter((other) => one.id !== other.id && inOneArea(one.person, other.person, context))
        .map((other) => ({ id: one.id, child: other.id })),
    ),
  );
  const byChild = groupBy(pairs, ({ id }) => id);
  return new Map([...byChild].map(([id, alike]) => [id, likenesses(alike.map(({ child }) => child))]));
}

function likenesses(children: readonly string[]): Likeness[] {
  return [...new Set(children)].sort().map((child) => ({ child, why: WHY }));
}

function isDoubtful({ stated }: PersonIdentity): boolean {
  return valueOf(stated.unaccompanied) === true || valueOf(stated.dateOfBirthEstimated) === true;
}

function inOneArea(one: PersonIdentity, other: PersonIdentity, context: FoldContext): boolean {
  const forces = forcesAround(other.record.ref.agency, context);
  return forcesAround(one.record.ref.agency, context).some((force) => forces.includes(force));
}

function forcesAround(agency: string, { kindOf, forcesOf }: FoldContext): readonly string[] {
  const kind = kindOf(agency);
  if (kind === 'POLICE') {
    return [agency];
  }
  return kind === 'AUTHORITY' ? forcesOf(agency) : [];
}
