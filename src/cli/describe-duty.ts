import type { Directory } from '../directory/directory.ts';
import { holdersOf, unheldDuties } from '../directory/unheld-duties.ts';
import type { DutyStep } from '../domain/authority/duty.ts';
import { inColumns } from './in-columns.ts';

const HEADS = ['AGENCY', 'MATTER', 'STEP', 'ROLE', 'HOURS', 'HIGH', 'MEDIUM', 'LOW', 'VERY LOW', 'TELEPHONE', 'HELD BY'];

/** Who answers for an alert at each agency, role after role, with the minutes each has; as a table. */
export function describeDuty(directory: Directory): readonly string[] {
  const rows = [...directory.agencies.values()].flatMap(({ id, duty: { chain, matters } }) => {
    const chains: [string, readonly DutyStep[]][] = [['any', chain], ...Object.entries(matters)];
    return chains.flatMap(([matter, steps]) => steps.map((step, nth) => [id, matter, String(nth + 1), ...ofStep(step), String(holdersOf(directory, { role: step.role, agency: id }))]));
  });
  return inColumns([HEADS, ...rows]);
}

/** What an operator has to see to, in words; nothing where somebody could answer every alert. */
export function warnOfDuty(directory: Directory): readonly string[] {
  const unheld = Map.groupBy(unheldDuties(directory), ({ agency }) => agency);
  return [...unheld].map(([agency, of]) => `Nobody at ${agency} could answer an alert at every hour (${of.map(({ matter }) => matter).join(', ')}): give somebody a role of its duty chain; for RESTRICTED_CHILD a TEAM_MANAGER, for MANAGERS_SHUT_OUT a DATA_PROTECTION_OFFICER.`);
}

function ofStep({ role, hours, answerWithinMinutes: { HIGH, MEDIUM, LOW, VERY_LOW }, telephone }: DutyStep): string[] {
  return [role, hours, ...[HIGH, MEDIUM, LOW, VERY_LOW].map(String), telephone ?? '-'];
}
