import type { Alarm } from '../domain/authority/duty-chain.ts';
import { ANSWER_WITHIN } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import { personAt } from '../domain/sharing/audience.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { Directory } from './directory.ts';
import { dutyOf } from './duty-of.ts';

type People = Pick<Directory, 'agencies' | 'people'>;
type Asked = Omit<Alarm, 'coreHours' | 'holds'>;

/**
 * Whom an agency has answer, one after the other. Of a restricted child (`may`: who may know) people by name alone, as in
 * a post there may be one who must not know; where none of them stands in the duty chain all of them at once.
 */
export function answerChain(directory: People, alarm: Asked, may: ((who: Viewer) => boolean) | null): readonly AlertStep[] {
  if (may === null) {
    return dutyOf(directory, alarm);
  }
  const { agency, raisedAt, risk } = alarm;
  const letIn = whoMayKnow(directory, agency, may);
  const holders = (role: string): string[] => letIn.filter((one) => one.role === role).map((one) => personAt(one.person, agency)).sort();
  const people = new Map([...directory.people].map(([id, person]) => [id, { ...person, roles: person.roles.filter((held) => letIn.some((one) => one.person === id && one.role === held.role && held.agency === agency)) }]));
  const steps = dutyOf({ agencies: directory.agencies, people }, alarm).map((step) => ({ ...step, people: holders(roleOf(step.to)) })).filter((step) => step.people.length > 0);
  return steps.length > 0 ? steps : everybodyAtOnce(letIn, { agency, from: raisedAt, until: raisedAt + ANSWER_WITHIN[risk ?? 'HIGH'] * MINUTE });
}

/** Nobody who may know stands in the duty chain: all of them are told. */
function everybodyAtOnce(may: readonly Viewer[], { agency, ...during }: { readonly agency: string; readonly from: number; readonly until: number }): readonly AlertStep[] {
  const [first] = may;
  return first === undefined ? [] : [{ to: `${first.role}:${agency}`, ...during, people: [...new Set(may.map(({ person }) => personAt(person, agency)))].sort() }];
}

function whoMayKnow({ people }: Pick<People, 'people'>, agency: string, may: (who: Viewer) => boolean): Viewer[] {
  return [...people.values()]
    .filter(({ suspended }) => !suspended)
    .flatMap((person) => person.roles.flatMap(({ role, agency: at }) => (at === agency && role !== 'INGEST_CLIENT' ? [{ person: person.id, agency, role }] : [])))
    .filter(may);
}

/** Of `<role>:<agency>` the role. */
function roleOf(addressee: string): string {
  return addressee.slice(0, addressee.indexOf(':'));
}
