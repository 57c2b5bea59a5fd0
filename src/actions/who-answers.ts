import type { Directory } from '../directory/directory.ts';
import { dutyOf } from '../directory/duty-of.ts';
import { ANSWER_WITHIN, type DutyMatter } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { mayDo } from '../policy/may-do.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { Scene } from './perform.ts';
import { answering, peopleNamedAs } from './told.ts';

/** What waits for an answer. */
export interface WaitsForAnswer {
  /** Of the child, as they stand now. */
  readonly facts: ChildFacts;
  readonly matter: DutyMatter;
  readonly risk: Risk;
}

/**
 * Who is to answer a concern, one after the other: by the duty of the service that raised it, if the child is its own or
 * its guest, else of whoever answers for the child; one chain for each agency, and never nobody. Of a restricted child
 * only those who may see it, by name: in a post there may be one who must not know.
 */
export function whoAnswers(scene: Scene, waits: WaitsForAnswer): readonly (readonly AlertStep[])[] {
  const { facts } = waits;
  const { agency } = scene.actor.viewer;
  const first = [...facts.responsible, ...facts.hosts].includes(agency) ? [agency] : answering(facts);
  const found = [first, answering(facts), facts.restricted === 'NO' ? [agency] : []].map((agencies) => chainsOf(scene, waits, agencies)).find((chains) => chains.length > 0);
  return found ?? [[lastResort(scene, waits)]];
}

function chainsOf(scene: Scene, waits: WaitsForAnswer, agencies: readonly string[]): (readonly AlertStep[])[] {
  return [...new Set(agencies)].map((agency) => chainAt(scene, waits, agency)).filter((chain) => chain.length > 0);
}

function chainAt({ services, now, actor }: Scene, { facts, matter, risk }: WaitsForAnswer, agency: string): readonly AlertStep[] {
  const directory = services.directory();
  const alarm = { agency, matter, risk, raisedAt: now };
  if (facts.restricted === 'NO') {
    return dutyOf(directory, alarm);
  }
  const may = whoMayKnow(directory, agency, (who) => mayAnswer(facts, who, actor.viewer.agency));
  const holders = (role: string): string[] => may.filter((one) => one.role === role).map((one) => personAt(one.person, agency)).sort();
  const people = new Map([...directory.people].map(([id, person]) => [id, { ...person, roles: person.roles.filter((held) => may.some((one) => one.person === id && one.role === held.role && held.agency === agency)) }]));
  const steps = dutyOf({ agencies: directory.agencies, people }, alarm).map((step) => ({ ...step, people: holders(roleOf(step.to)) })).filter((step) => step.people.length > 0);
  return steps.length > 0 ? steps : everybodyAtOnce(may, { agency, from: now, until: now + ANSWER_WITHIN[risk] * MINUTE });
}

/** Nobody who may know stands in the duty chain: all of them are told. */
function everybodyAtOnce(may: readonly Viewer[], { agency, ...during }: { readonly agency: string; readonly from: number; readonly until: number }): readonly AlertStep[] {
  const [first] = may;
  return first === undefined ? [] : [{ to: `${first.role}:${agency}`, ...during, people: [...new Set(may.map(({ person }) => personAt(person, agency)))].sort() }];
}

/** Nobody else may know: it stays before whoever raised it, so that it is not lost. */
function lastResort({ actor: { viewer }, now }: Scene, { risk }: WaitsForAnswer): AlertStep {
  return { to: `${viewer.role}:${viewer.agency}`, from: now, until: now + ANSWER_WITHIN[risk] * MINUTE, people: [personAt(viewer.person, viewer.agency)] };
}

function whoMayKnow({ people }: Directory, agency: string, may: (who: Viewer) => boolean): Viewer[] {
  return [...people.values()]
    .filter(({ suspended }) => !suspended)
    .flatMap((person) => person.roles.flatMap(({ role, agency: at }) => (at === agency && role !== 'INGEST_CLIENT' ? [{ person: person.id, agency, role }] : [])))
    .filter(may);
}

/** Once it has come to them by name, may they read and answer it? The social worker only where somebody let them in: it may be of them. */
function mayAnswer(child: ChildFacts, who: Viewer, originator: string): boolean {
  const own = personAt(who.person, who.agency);
  const facts = { ...child, originator, addressed: [own] };
  const named = who.role !== 'SOCIAL_WORKER' || peopleNamedAs(child.named, ['ADMITTED']).includes(own);
  return named && readableAttributes(abilityOf(who), 'Concern', facts).size > 0 && mayDo(who, 'acknowledgeConcern', { family: 'Concern', facts });
}

/** Of `<role>:<agency>` the role. */
function roleOf(addressee: string): string {
  return addressee.slice(0, addressee.indexOf(':'));
}
