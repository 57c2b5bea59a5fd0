import type { SourceField } from '../../src/ingest/adapter-contract.ts';
import type { ENTITIES, Path, SUBJECT } from './payload.ts';

type Becomes = Omit<Extract<SourceField, { readonly becomes: unknown }>, 'name'>;
const as = (meaning: string, ...becomes: readonly string[]): Becomes => ({ becomes, precision: null, meaning });
const timed = (precision: 'DATE' | 'DATETIME', meaning: string, ...becomes: readonly string[]): Becomes => ({ becomes, precision, meaning });

type Field = Path | 'Grade/Recipients/Recipient' | `Subjects/Subject/${(typeof SUBJECT)[number]}` | `Entities/${(typeof ENTITIES)[number]}`;
/** What becomes of each field: one that is not here does not compile. */
const BECOMES: Readonly<Record<Field, Becomes | { readonly ignored: string }>> = {
  'Header/MessageId': { ignored: 'the reference and SentAt name a message' },
  'Header/Act': as('a correction restates the whole report, a withdrawal takes it back', 'intelligence', 'retraction.scope'),
  'Header/ForceCode': { ignored: 'who sent it is known from the sender’s token, never from the text' },
  'Header/Reference': as('the force’s own key of the report', 'record'),
  'Header/SentAt': timed('DATETIME', 'when the message was sent', 'order'),
  'Header/ProtectiveMarking': as('as it came', 'intelligence.protectiveMarking'),
  'Child/PersonId': as('the force’s own person key, as its missing reports have it', 'subject'),
  'Child/MisperId': as('stands in where there is no PersonId', 'subject'),
  'Child/NHSNumber': as('finds the child, and is no statement about them', 'intelligence.about'),
  'Child/GivenName': as('no statement about the child', 'intelligence.about'),
  'Child/Surname': as('confirms the number, and is no statement about the child', 'intelligence.about'),
  'Child/DateOfBirth': timed('DATE', 'confirms the number, and is no statement about the child', 'intelligence.about'),
  'Grade/SourceEvaluation': as('1 reliable, 2 untested, 3 not reliable', 'intelligence.grade'),
  'Grade/IntelligenceAssessment': as('A known directly to E suspected to be false', 'intelligence.grade'),
  'Grade/HandlingCode': as('P or C', 'intelligence.grade'),
  'Grade/Conditions': as('travels along with the item', 'intelligence.grade'),
  'Grade/Result': as('what the bureau made of the item, by the code list of the README', 'intelligence.grade'),
  'Grade/ResultWords': as('the same in words for whoever sent the item', 'intelligence.grade'),
  'Grade/Recipients/Recipient': as('a directory id or a code of an agency; open to nobody where the directory does not know it', 'intelligence.grade'),
  'Intelligence/Topic': as('by the code list of the README, else OTHER', 'intelligence.topic'),
  'Intelligence/Urgency': as('by the code list of the README, else ROUTINE', 'intelligence.urgency'),
  'Intelligence/KnownAt': timed('DATETIME', 'when it came to be known; else when it was sent', 'intelligence.at'),
  'Intelligence/Area': as('a directory id or a code of the authority in whose area it lies', 'intelligence.area'),
  'Intelligence/Content': as('what is known', 'intelligence.content'),
  'Intelligence/SanitisedText': as('made for others; not used where it names one of the subjects', 'intelligence.grade'),
  'Intelligence/InterviewId': as('the hub’s id of the interview it comes from, as closed as which it is', 'intelligence.interview'),
  'Provenance/Source': as('who said it or how it came to be known', 'intelligence.source'),
  'Subjects/Subject/Name': as('as it was typed', 'intelligence.namedPeople'),
  'Subjects/Subject/DateOfBirth': as('a day, kept as it is written', 'intelligence.namedPeople'),
  'Subjects/Subject/Category': as('by the code list of the README, else UNKNOWN', 'intelligence.namedPeople'),
  'Subjects/Subject/Connection': { ignored: 'says why several people stand on one report; only that it is there is checked' },
  'Subjects/Subject/ReviewOn': as('the day, as it is written, on which what is kept of the person is looked at again; else a year after SentAt', 'intelligence.namedPeople'),
  'Entities/Vehicle': as('as it was typed', 'intelligence.entities'),
  'Entities/Phone': as('as it was typed', 'intelligence.entities'),
  'Entities/SocialMedia': as('as it was typed', 'intelligence.entities'),
  'Entities/Place': as('as it was typed', 'intelligence.entities'),
};

/** Every field of a report, and what becomes of it. */
export const fields: readonly SourceField[] = [
  { name: '@schemaVersion', ignored: 'only that it is 1 is checked' },
  ...Object.entries(BECOMES).map(([name, becomes]) => ({ name, ...becomes })),
];
