import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { canonicalInstant } from '../domain/observation/source-time.ts';
import { decide } from './decide.ts';
import { happenedAt } from './given.ts';
import { ownMatter, type Scene } from './perform.ts';
import type { Seen } from './see-row.ts';

type Assignment = Required<DecisionPayloads['ASSIGNMENT']>;

/** That a return was given to a worker, so that the time until somebody has it stops (SOM 4.2); answers the step's id. */
export async function stepOfAssignment(scene: Scene, episode: Seen<'Episode'>, assignment: Assignment): Promise<string> {
  const about = { id: episode.id, records: episode.episodeRecords };
  const payload = {
    step: 'WORKER_ASSIGNED',
    // An assignment may begin later than a day from now.
    at: happenedAt(canonicalInstant(assignment.from), 'from', assignment.from),
    addressee: assignment.worker,
    outcome: inOneLine(assignment),
    words: null,
    departure: assignment.departure,
    coveredBy: null,
    askAgainOn: null,
  } as const;
  const { id } = await decide(scene, { kind: 'RETURN_STEP', on: episode, about, matter: `WORKER_ASSIGNED ${ownMatter(scene)}`, revision: 0, payload, step: 'return' });
  return id;
}

/** What is recorded of the worker, each by its own name. */
function inOneLine({ independentOfPlacement, independentOfAuthority, capacity, chosenByChild }: Assignment): string {
  const said = [`independentOfPlacement ${independentOfPlacement}`, `independentOfAuthority ${independentOfAuthority}`, `capacity ${capacity ?? 'NOT_SAID'}`];
  return [...said, ...(chosenByChild ? ['chosenByChild YES'] : [])].join('; ');
}
