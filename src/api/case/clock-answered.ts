import type { ClockSeen, NextStepSeen } from '../../actions/clocks-seen.ts';
import type { SeenAt } from '../../actions/seen-at.ts';
import { ofDirectory } from '../../actions/of-directory.ts';
import { CANNOT_TELL } from '../../domain/clocks/read-clock.ts';
import type { PracticeWarning } from '../../domain/interview/practice-warning.ts';
import { personAt } from '../../domain/sharing/audience.ts';
import { holderInWords, type HolderReader, type HolderRole } from '../../domain/workflow/step-holder.ts';
import type { Viewer } from '../../policy/viewer.ts';
import type { RequestContext } from '../context.ts';

/** The practice of each authority as the directory holds it, at the moment of asking. */
export function seenAt({ services, caller, now }: RequestContext): SeenAt {
  return { agency: caller.viewer.agency, now, ...ofDirectory(services.directory()) };
}

/** A clock as its type says it. */
export function clockAnswered({ clock, reading, authority, words, source, flag }: ClockSeen): object {
  const limit = reading.state === 'DUE' ? reading.at : reading.state === 'CANNOT_TELL' ? reading.limit : null;
  return {
    id: clock.id,
    authority,
    words,
    state: reading.state,
    at: limit?.first ?? null,
    atTheLatest: limit?.last ?? null,
    lateByHours: reading.state === 'LATE' ? reading.by.least : null,
    why: reading.state === 'CANNOT_TELL' ? CANNOT_TELL[reading.why] : null,
    source,
    flag,
    aim: clock.aim,
    calendar: clock.calendar,
  };
}

const HOLDS: Readonly<Partial<Record<Viewer['role'], HolderRole>>> = { PLACEMENT_PROVIDER: 'HOME', POLICE_MISSING_TEAM: 'POLICE_MISSING_TEAM', SOCIAL_WORKER: 'SOCIAL_WORKER', HUB_COORDINATOR: 'HUB_COORDINATOR' };

/** In which role a viewer can hold a step that is nobody's by name: a home and the police of every child they see, the coordinator of their own authority's. */
function readerOf({ person, agency, role }: Viewer, authority: string | null): HolderReader {
  const isTheirs = authority === null || authority === agency || role !== 'HUB_COORDINATOR';
  return { person: personAt(person, agency), role: isTheirs ? (HOLDS[role] ?? null) : null };
}

const said = ({ words, rule, perhaps }: PracticeWarning): string => `${perhaps ? 'perhaps ' : ''}${words} (${rule})`;

/** A next step as its type says it to one viewer. */
export function nextStepAnswered({ due, lacks, holder, suggestedWorker, ...step }: NextStepSeen, { caller }: Pick<RequestContext, 'caller'>): object {
  return { ...step, holder: { ...holder, inWords: holderInWords(holder, readerOf(caller.viewer, step.authority)) }, due: due?.first ?? null, lacks: lacks.map(said), suggestedWorker: suggestedWorker && { ...suggestedWorker, cautions: suggestedWorker.cautions.map(said) } };
}
