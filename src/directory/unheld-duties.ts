import { DUTY_MATTERS, dutySteps, type DutyMatter, type DutyStep } from '../domain/authority/duty.ts';
import type { Agency, Directory } from './directory.ts';

/**
 * An agency and a matter whose alerts would, at some hour, wait for somebody to take a role. `RESTRICTED_CHILD`: what is said of a
 * restricted child of whom nobody is named comes before the team managers alone; `MANAGERS_SHUT_OUT`: where none of them may know, before the
 * data protection officers, who name one.
 */
export interface UnheldDuty {
  readonly agency: string;
  readonly matter: DutyMatter | keyof typeof BY_ROLE;
}

/** Who alone hears of a restricted child, whatever the duty chain says. */
const BY_ROLE = { RESTRICTED_CHILD: 'TEAM_MANAGER', MANAGERS_SHUT_OUT: 'DATA_PROTECTION_OFFICER' } as const;
// The keys of BY_ROLE are these two.
const RESTRICTED = Object.keys(BY_ROLE) as (keyof typeof BY_ROLE)[];

/** Agencies of these kinds are told of children whatever they have said of themselves. */
const ALWAYS_TOLD: readonly Agency['kind'][] = ['AUTHORITY', 'POLICE'];

/**
 * Authorities and forces of which, for some matter and at some hour, nobody holds any role of the duty chain, or of an authority
 * nobody one in which they would hear of a restricted child. No fault of a directory: whoever has to be suspended is suspended, and the operator is warned.
 */
export function unheldDuties(directory: Pick<Directory, 'agencies' | 'people'>): readonly UnheldDuty[] {
  return [...directory.agencies.values()]
    .filter(({ kind }) => ALWAYS_TOLD.includes(kind))
    .flatMap((agency) => [...DUTY_MATTERS.filter((matter) => isUnheld(directory, agency, matter)), ...shutFrom(directory, agency)].map((matter) => ({ agency: agency.id, matter })));
}

function shutFrom(directory: Pick<Directory, 'people'>, { id, kind }: Agency): readonly (keyof typeof BY_ROLE)[] {
  return kind === 'AUTHORITY' ? RESTRICTED.filter((matter) => holdersOf(directory, { role: BY_ROLE[matter], agency: id }) === 0) : [];
}

function isUnheld(directory: Pick<Directory, 'people'>, agency: Agency, matter: DutyMatter): boolean {
  const held = dutySteps(agency.duty, matter).filter(({ role }) => holdersOf(directory, { role, agency: agency.id }) > 0);
  if (agency.practice.figures.coreHours === null) {
    return held.length === 0;
  }
  return (['CORE_HOURS', 'OUT_OF_HOURS'] as const).some((hours) => !held.some((step: DutyStep) => step.hours === 'ALWAYS' || step.hours === hours));
}

/** How many people hold a role at an agency; of the emergency duty team those who have a shift. */
export function holdersOf({ people }: Pick<Directory, 'people'>, { role, agency }: { readonly role: string; readonly agency: string }): number {
  return [...people.values()].filter(({ suspended, roles }) => !suspended && roles.some((held) => held.role === role && held.agency === agency && (role !== 'EDT' || held.shifts.length > 0))).length;
}
