import type { Agency, Directory } from '../directory/directory.ts';
import { whoIsRung } from '../directory/who-is-rung.ts';
import { holdersOf, unheldDuties } from '../directory/unheld-duties.ts';
import { dutySteps, type Duty, type DutyStep } from '../domain/authority/duty.ts';
import { inColumns } from './in-columns.ts';

const HEADS = ['AGENCY', 'MATTER', 'STEP', 'ROLE', 'HOURS', 'HIGH', 'MEDIUM', 'LOW', 'VERY LOW', 'TELEPHONE', 'RINGS', 'HELD BY'];

/** Who answers for an alert at each agency, role after role, with the minutes each has; as a table. */
export function describeDuty(directory: Directory): readonly string[] {
  const channels = new Map(whoIsRung(directory).map(({ addressee, channel }) => [addressee, channel]));
  const rows = [...directory.agencies.values()].flatMap(({ id, kind, duty }) => {
    const chains: [string, readonly DutyStep[]][] = [['any', duty.chain], ...Object.entries(duty.matters), ...ofEpisodes(kind, duty)];
    return chains.flatMap(([matter, steps]) => steps.map((step, nth) => [id, matter, String(nth + 1), ...ofStep(step), channels.get(`${step.role}:${id}`) ?? '-', String(holdersOf(directory, { role: step.role, agency: id }))]));
  });
  return inColumns([HEADS, ...rows]);
}

/** Who is rung by name, of what comes before them alone; and whom nothing rings at night, which a chain that is held does not show. */
export function explainRings(directory: Directory): readonly string[] {
  const people = directory.rings.flatMap((ring) => ('person' in ring ? [`${ring.person} of ${ring.agency} is rung over ${ring.channel} of what comes before them by name, as of a restricted child.`] : []));
  const silent = [...directory.agencies.values()].filter(({ id, kind, duty: { chain } }) => ['AUTHORITY', 'POLICE'].includes(kind) && !whoIsRung(directory).some(({ addressee }) => chain.some(({ role }) => addressee === `${role}:${id}`)));
  const nowhere = silent.map(({ id }) => id).join(', ');
  return [...people, ...(nowhere === '' ? [] : [`Nothing rings anybody at ${nowhere}: an alert waits there for somebody who looks. Name under "rings" over which webhook a role of the duty chain is rung.`])];
}

/** Of an authority, which alone has a duty team, also whom the hub puts it before where the authority says nothing of episodes. */
function ofEpisodes(kind: Agency['kind'], duty: Duty): [string, readonly DutyStep[]][] {
  return kind === 'AUTHORITY' && duty.matters.EPISODE === undefined ? [['EPISODE', dutySteps(duty, 'EPISODE')]] : [];
}

/** What an operator has to see to, in words; nothing where somebody could answer every alert. */
export function warnOfDuty(directory: Directory): readonly string[] {
  const unheld = Map.groupBy(unheldDuties(directory), ({ agency }) => agency);
  return [...unheld].map(([agency, of]) => `Nobody at ${agency} could answer an alert at every hour (${of.map(({ matter }) => matter).join(', ')}): give somebody a role of its duty chain; for RESTRICTED_CHILD a TEAM_MANAGER, for MANAGERS_SHUT_OUT a DATA_PROTECTION_OFFICER.`);
}

function ofStep({ role, hours, answerWithinMinutes: { HIGH, MEDIUM, LOW, VERY_LOW }, telephone }: DutyStep): string[] {
  return [role, hours, ...[HIGH, MEDIUM, LOW, VERY_LOW].map(String), telephone ?? '-'];
}
