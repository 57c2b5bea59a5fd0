import type { Emergency } from '../gate/told/child-of-log.ts';
import type { ChildLog } from '../gate/told/child-log.ts';

/** What the logs say about a child, a line for each entry in the order of time, and before them every emergency access. */
export function describeChildLog({ shown, events, emergencies, seals }: ChildLog): readonly string[] {
  const seal = (id: string): string => {
    const state = seals.get(id);
    return state === undefined ? 'not sealed yet' : `batch ${String(state.batch)}${state.anchored ? '' : ', unanchored'}`;
  };
  const entries = [
    ...shown.map(({ id, at, actor, agency, role, purpose, lawfulBasis, operation, shown: classes }) => {
      const what = classes.map(({ level, fields, emergency }) => `${level} (${fields.join(', ')})${emergency === true ? ' in emergency' : ''}`).join('; ');
      return { at, line: `SHOWN to ${actor} ${role}@${agency}, ${purpose}, ${lawfulBasis}, ${operation}: ${what} [${id}, ${seal(id)}]` };
    }),
    ...events.map(({ id, at, kind, actor, agency, role, action, outcome }) => {
      const what = [action, outcome].filter((word) => word !== null).join(' ');
      return { at, line: `${kind} by ${actor} ${role}@${agency}${what === '' ? '' : `: ${what}`} [${id}, ${seal(id)}]` };
    }),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const lines = entries.map(({ at, line }) => `${inSeconds(at)}  ${line}`);
  return [...emergencies.map(describeEmergency), ...(lines.length === 0 ? ['The logs say nothing about this child.'] : lines)];
}

function describeEmergency({ id, person, reason, from, until, outcome }: Emergency): string {
  const [begun, ended] = [from, until].map((time) => inSeconds(new Date(time).toISOString()));
  return `EMERGENCY ACCESS ${id} by ${person}, ${begun ?? ''} to ${ended ?? ''}: "${reason}"; ${outcome === null ? 'UNDER REVIEW' : `reviewed: ${outcome}`}`;
}

const inSeconds = (instant: string): string => `${instant.slice(0, 19)}Z`;
