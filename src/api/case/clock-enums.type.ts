import { CLOCK_NAMES } from '../../domain/clocks/clock-names.ts';
import { CLOCK_IDS, type Clock, type ClockId as ClockWord } from '../../domain/clocks/clock.ts';
import type { ClockReading } from '../../domain/clocks/read-clock.ts';
import type { Duty as DutyWord } from '../../domain/workflow/duties.ts';
import type { HolderRole as HolderWord } from '../../domain/workflow/step-holder.ts';
import { STEP_WORDS, type StepCode } from '../../domain/workflow/step-words.ts';
import { describedEnum } from '../described-enum.ts';

const APART: Readonly<Partial<Record<ClockWord, string>>> = {
  COMPLETED: ': held, once it was accepted',
  SOCIAL_WORKER_CONTACT_LOOKED_AFTER: ', of a child who is looked after',
};
const NAMES = CLOCK_IDS.map((id) => [id, `For ${CLOCK_NAMES[id]}${APART[id] ?? ''}.`]);

// Safe: the names are those of the clocks, each once.
export const ClockId = describedEnum<ClockWord>('ClockId', 'What a clock waits for.', Object.fromEntries(NAMES) as Record<ClockWord, string>);

export const ClockState = describedEnum<ClockReading['state']>('ClockState', 'How a clock stands.', {
  ON_TIME: 'What it waited for was done in time.',
  DUE: 'It runs.',
  LATE: 'It has run out, or what it waited for was done late.',
  CANNOT_TELL: 'What you are shown does not settle it.',
});

export const Calendar = describedEnum<Clock['calendar']>('Calendar', "How a clock's time is counted.", {
  ELAPSED_HOURS: 'In hours, day and night.',
  WORKING_DAYS: 'In working days of England and Wales.',
  DAYS: 'In days of the calendar, to the end of the last.',
  CORE_HOURS: 'In hours of the times at which the service works.',
});

export const HolderRole = describedEnum<HolderWord>('HolderRole', 'Who can hold the next step of an episode.', {
  HOME: 'The home or carer the child is missing from.',
  POLICE_MISSING_TEAM: 'The missing team of the police.',
  SOCIAL_WORKER: "The child's social worker.",
  HUB_COORDINATOR: 'The hub coordinator of the authority.',
  RETURN_WORKER: 'The return worker.',
});

export const NextStepCode = describedEnum<StepCode>('NextStepCode', 'What an episode can wait for.', STEP_WORDS);

export const Duty = describedEnum<DutyWord>('Duty', 'What a return can still owe once its episode is closed for editing.', {
  PAPERWORK: 'The paperwork of the interview.',
  FOLLOW_UP: 'Following up with the child and the professionals.',
  SOCIAL_WORKER_CONTACT: "The social worker's own contact with the child.",
  RISK_CONSIDERED: 'Considering the risk with the manager.',
  PLACING_WORKER_TOLD: 'Telling the placing social worker.',
});
