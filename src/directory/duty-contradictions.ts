import type { DutyMatter } from '../domain/authority/duty.ts';
import { practiceOf } from '../domain/authority/practice-of.ts';
import { ceilingOf } from '../policy/ceiling.ts';
import type { DirectoryFault } from './directory-fault.ts';
import type { DirectoryFile } from './directory-file.ts';
import { KINDS_OF_ROLE } from './kinds-of-role.ts';

type AgencyLine = DirectoryFile['agencies'][number];
type DutyLine = NonNullable<AgencyLine['duty']>['chain'][number];

/** A chain of the file, and where it stands. */
interface Chain {
  readonly agency: AgencyLine;
  readonly steps: readonly DutyLine[];
  readonly path: DirectoryFault['path'];
}

/** Duty chains that could not be gone along: roles that cannot be told there, told twice, or hours at which no step counts. */
export function dutyContradictions(file: DirectoryFile): DirectoryFault[] {
  return chainsOf(file).flatMap((chain) => [...unfitRoles(chain), ...repeatedRoles(chain), ...closedHours(chain)]);
}

function chainsOf({ agencies }: DirectoryFile): Chain[] {
  return agencies.flatMap((agency, at): Chain[] => {
    if (agency.duty === null) {
      return [];
    }
    const path = ['agencies', at, 'duty'];
    // The keys are those the shape lets in.
    const own = Object.entries(agency.duty.matters) as [DutyMatter, readonly DutyLine[]][];
    return [{ agency, steps: agency.duty.chain, path: [...path, 'chain'] }, ...own.map(([matter, steps]) => ({ agency, steps, path: [...path, 'matters', matter] }))];
  });
}

function unfitRoles({ agency, steps, path }: Chain): DirectoryFault[] {
  return steps.flatMap(({ role }, nth) => {
    const place = [...path, nth, 'role'];
    if (!ceilingOf(role).includes('notices')) {
      return [{ path: place, wrong: 'this role is told nothing first', mend: 'name one that is told of alerts' }];
    }
    const kinds = KINDS_OF_ROLE[role];
    return kinds === undefined || kinds.includes(agency.kind) ? [] : [{ path: place, wrong: `this role is not held at an agency of kind ${agency.kind}`, mend: 'name one that is' }];
  });
}

function repeatedRoles({ steps, path }: Chain): DirectoryFault[] {
  const both = (one: DutyLine, other: DutyLine): boolean => one.role === other.role && (one.hours === other.hours || [one.hours, other.hours].includes('ALWAYS'));
  return steps.flatMap((step, nth) =>
    steps.slice(0, nth).some((earlier) => both(earlier, step)) ? [{ path: [...path, nth, 'role'], wrong: 'this role stands in the chain already, at the same hours', mend: 'take one of the two out' }] : [],
  );
}

/** Where core hours are known, some step has to count in them and some out of them; who holds it is no fault of the file (`unheldDuties`). */
function closedHours({ agency, steps, path }: Chain): DirectoryFault[] {
  const known = practiceOf(agency).figures.coreHours !== null;
  const closed = (['CORE_HOURS', 'OUT_OF_HOURS'] as const).some((hours) => steps.every((step) => step.hours === hours));
  return known && closed ? [{ path, wrong: 'there are hours at which no step of this chain counts', mend: 'add a step for them, or mend the hours' }] : [];
}
