import { HOLDS, TRANSMISSION_EVENTS, TRANSMISSION_STATES, type Hold as HoldWord, type TransmissionEvent as EventWord, type TransmissionState as StateWord } from '../../domain/transmission/transmission-words.ts';
import { describedEnum } from '../described-enum.ts';

const sentence = <K extends string>(meanings: Readonly<Record<K, string>>): Record<K, string> =>
  // The keys are those of the meanings.
  Object.fromEntries(Object.entries<string>(meanings).map(([word, meaning]) => [word, `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`])) as Record<K, string>;

export const TransmissionState = describedEnum<StateWord>('TransmissionState', 'How far a transmission has come.', sentence(TRANSMISSION_STATES));
export const TransmissionHold = describedEnum<HoldWord>('TransmissionHold', 'Why a transmission must not go now; it goes when nothing holds it.', sentence(HOLDS));
export const TransmissionEventKind = describedEnum<EventWord>('TransmissionEventKind', 'What can happen to a transmission.', sentence(TRANSMISSION_EVENTS));

export const TransmissionMatter = describedEnum('TransmissionMatter', 'What a transmission is about.', {
  EPISODE: 'An episode.',
  OFFER: 'An offer of a return home interview.',
  INTERVIEW: 'A return home interview, or that it was refused.',
  INTELLIGENCE: 'An item of intelligence, as a 3x5x2 report, or what came of it.',
  RISK_ASSESSMENT: 'An assessment of the risk to the child.',
  RISK_ASSESSMENT_REQUEST: 'That a host asks the authority that placed a child for its assessment of the risk.',
  RETRACTION: 'That something sent before is taken back.',
});
export const TransmissionAct = describedEnum('TransmissionAct', 'What a transmission does.', {
  assert: 'It tells something.',
  correct: 'It tells something anew that was told before.',
  retract: 'It takes back what was told before.',
});
export const TransmissionCause = describedEnum('TransmissionCause', 'By whose hand or which rule a transmission was made.', {
  BY_HAND: 'A person sends it.',
  PLACEMENT_AGREEMENT: 'The two authorities agreed something for the placement of the child, which is recorded here: the one that placed the child is told that the child is missing elsewhere (SOM 7.1.1), or of an interview held there (SOM 8.1.3), and a host asks and is answered.',
  PLACED_BY_ANOTHER: 'The same, with no agreement recorded here when it was made: one authority placed the child in the area of the other.',
  OWN_SYSTEM: "What is finalised goes into the authority's own system.",
  INTELLIGENCE: 'Intelligence goes to the bureau, and what came of it back to its author.',
  CORRECTION: 'What somebody received was corrected or taken back since.',
});
/** Of matters besides interviews, that a person sends. */
export const TransmittedMatter = describedEnum('TransmittedMatter', 'What is sent besides interviews.', {
  EPISODE: 'An episode.',
  OFFER: 'An offer of a return home interview.',
  INTELLIGENCE: 'An item of intelligence from an interview.',
});
