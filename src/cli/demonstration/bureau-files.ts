import { DAY, HOUR } from '../../domain/interval/durations.ts';
import type { DemonstrationDocument } from './demonstration-document.ts';
import { FERN } from './exchange-files.ts';
import { gradedC, gradedP, reportFile, type IntelligenceStory } from './intelligence-report.ts';
import { utc } from './police-message.ts';
import { CUT_OFF, WITHOUT_TIME, type Spoilt } from './spoilt.ts';

const WITHOUT_CONTENT: Spoilt = { as: 'without-content', make: (text) => text.replace(/<Content>[^<]*<\/Content>/, ''), refused: { VALUE_INVALID: 1 } };
const UNKNOWN_ACT: Spoilt = { as: 'unknown-act', make: (text) => text.replace('<Act>REPORT', '<Act>CANCELLED'), refused: { DOCUMENT_SCHEMA: 1 } };

type Told = Omit<IntelligenceStory, 'system' | 'act'> & Partial<IntelligenceStory>;
const mereshires = (told: Told): IntelligenceStory => ({ system: 'mereshire-bureau', act: 'REPORT', ...told });

/** Ada is missing. What seemed to be routine could not wait, and was put right; the correction overtook the report, and came twice. */
function ofAda(now: number): DemonstrationDocument[] {
  const told = { reference: 'MI-101', child: { PersonId: 'P-4401', GivenName: 'Ada', Surname: 'Testchild', DateOfBirth: '2011-05-14' }, source: 'An officer on patrol who knows the car.' };
  const seen = { Topic: 'Vehicle', Urgency: 'Routine', KnownAt: utc(now - 4 * HOUR), Area: 'southvale', Content: 'Got into a silver hatchback at the bus station on Invented Street.' };
  const urgent = {
    ...seen,
    Urgency: 'Act now',
    Content: 'Got into a silver hatchback at the bus station on Invented Street. Orrin Madeup drives it, and lets young people stay at 12 Imaginary Wharf.',
    SanitisedText: 'She may be in a silver hatchback and staying by Imaginary Wharf in Southvale. Look there first, and ring the police rather than go alone.',
  };
  const first = reportFile(mereshires({ ...told, sentAt: now - 3 * HOUR, said: seen, grade: gradedP('3', 'D') }));
  const corrected = reportFile(
    mereshires({
      ...told,
      act: 'CORRECTION',
      sentAt: now - 2 * HOUR,
      said: urgent,
      grade: gradedP('2', 'B'),
      subjects: [{ Name: 'Orrin Madeup', DateOfBirth: '2000-02-29', Category: 'ASSOCIATE', ReviewOn: utc(now + 180 * DAY).slice(0, 10) }],
      entities: { Vehicle: 'Silver hatchback, ZZ00 ZZZ', Place: '12 Imaginary Wharf, Southvale' },
    }),
  );
  return [corrected, first, { ...corrected, name: `again-${corrected.name}` }];
}

/** A place that both authorities may know of and no home: cut off, and sent again. */
function ofTheWharf(now: number): DemonstrationDocument[] {
  const grade = gradedC(gradedP('1', 'A'), 'For the two authorities alone; not for a home or a family.', ['E99000001', 'E99000002']);
  const said = { Topic: 'Hot spot', Area: 'southvale', Content: 'Children of both authorities were found at 12 Imaginary Wharf.', SanitisedText: 'Missing children are found by Imaginary Wharf.' };
  const wharf = mereshires({ reference: 'MI-102', sentAt: now - 30 * HOUR, child: { PersonId: 'P-4401' }, said, grade, source: 'Calls of the last month, put together.' });
  return [reportFile(wharf, CUT_OFF), reportFile(wharf)];
}

/** Somebody whom the exploitation group of Northmere is to know of, and an item that nobody has made fit for others. */
function ofBen(now: number): DemonstrationDocument[] {
  const child = { PersonId: 'P-4402', GivenName: 'Ben', Surname: 'Samplesson', DateOfBirth: '2010-09-02' };
  const said = { Topic: 'Person targeting children', Urgency: 'Urgent', Area: 'northmere', Content: 'A man who calls himself Kit offers lifts outside Larkfield Lodge.', SanitisedText: 'Somebody offers children lifts outside a home in Northmere.' };
  const lifts = mereshires({ reference: 'MI-103', sentAt: now - 26 * HOUR, child, said, grade: gradedP('1', 'A'), source: 'A neighbour who does not want to be named.' });
  const friend = mereshires({ reference: 'MI-104', sentAt: now - 25 * HOUR, child, said: { Topic: 'Associate', Content: 'Is often with an older boy from Invented Yard.' }, grade: gradedP('2', 'C') });
  return [reportFile(lifts, WITHOUT_TIME), reportFile(lifts), reportFile(friend)];
}

/** One that says nothing at first, and one that was taken back. */
function ofOthers(now: number): DemonstrationDocument[] {
  const cara = mereshires({
    reference: 'MI-105',
    sentAt: now - 4 * HOUR,
    child: { PersonId: 'P-4403' },
    said: { Topic: 'Location', Area: 'southvale', Content: 'Was brought to the hospital by somebody who left at once.', SanitisedText: 'Somebody brought her to the hospital.' },
    grade: gradedC(gradedP('2', 'B'), 'For Southvale alone.', ['southvale']),
  });
  const dev = mereshires({ reference: 'MI-106', sentAt: now - 5 * HOUR, child: { PersonId: 'P-4404' }, said: { Topic: 'Online', Content: 'Another boy was meant.' }, grade: gradedP('3', 'D') });
  return [reportFile(cara, WITHOUT_CONTENT), reportFile(cara), reportFile(dev), reportFile({ ...dev, act: 'WITHDRAWAL', sentAt: now - HOUR, said: null, grade: null })];
}

/** Another force tells of a child whom its own authority placed here, and has not graded it: nobody else reads it. */
function ofFern(now: number): DemonstrationDocument[] {
  const { Surname, DateOfBirth } = FERN;
  const seen: IntelligenceStory = {
    system: 'westhaven-bureau',
    act: 'REPORT',
    reference: 'WI-7',
    sentAt: now - 6 * HOUR,
    child: { PersonId: 'WP-31', Surname, DateOfBirth },
    said: { Topic: 'Location', Area: 'westhaven', Content: 'Was seen at Westhaven station with an invented friend.', SanitisedText: 'May be in Westhaven.' },
    grade: null,
    source: 'Station staff.',
  };
  return [reportFile(seen, UNKNOWN_ACT), reportFile(seen)];
}

/** What two forces' bureaus tell of the children whose stories the README walks through. */
export function bureauFiles(now: number): DemonstrationDocument[] {
  return [ofAda, ofTheWharf, ofBen, ofOthers, ofFern].flatMap((tell) => tell(now));
}
