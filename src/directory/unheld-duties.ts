import { DUTY_MATTERS, dutySteps, type DutyMatter, type DutyStep } from '../domain/authority/duty.ts';
import type { Agency, Directory } from './directory.ts';

/** An agency and a matter whose alerts would, at some hour, wait for somebody to take a role. */
export interface UnheldDuty {
  readonly agency: string;
  readonly matter: DutyMatter;
}

/** Agencies of these kinds are told of children whatever they have said of themselves. */
const ALWAYS_TOLD: readonly Agency['kind'][] = ['AUTHORITY', 'POLICE'];

/**
 * Authorities and forces of which, for some matter and at some hour, nobody holds any role of the duty chain. No fault of
 * a directory: whoever has to be suspended is suspended, and the operator is warned.
 */
export function unheldDuties(directory: Pick<Directory, 'agencies' | 'people'>): readonly UnheldDuty[] {
  return [...directory.agencies.values()]
    .filter(({ kind }) => ALWAYS_TOLD.includes(kind))
    .flatMap((agency) => DUTY_MATTERS.filter((matter) => isUnheld(directory, agency, matter)).map((matter) => ({ agency: agency.id, matter })));
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
