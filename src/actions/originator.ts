import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import type { Scene } from './perform.ts';

/**
 * In whose name something is reported: the agency's, or that of a carer whom an authority approved, who speaks for
 * themselves and reads nothing of what the authority's other people report.
 */
export function originatorOf({ actor, services }: Pick<Scene, 'actor' | 'services'>): string {
  const { person, agency, role } = actor.viewer;
  const isHome = services.directory().agencies.get(agency)?.kind === 'PROVIDER';
  return role === 'PLACEMENT_PROVIDER' && !isHome ? personAt(person, agency) : agency;
}

/** Nobody changes or withdraws what another reported. */
export function mustBeOwn(scene: Pick<Scene, 'actor' | 'services'>, originator: string): void {
  if (originator !== originatorOf(scene)) {
    throw new HubError('FORBIDDEN', 'Somebody else reported this; they change or withdraw it.');
  }
}
