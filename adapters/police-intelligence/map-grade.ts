import type { StatedGrade } from '../../src/domain/observation/observation.ts';
import { assessmentOf, handlingOf, resultOf, sourceEvaluationOf } from './codes.ts';
import type { Path, Report } from './payload.ts';
import type { FieldReader } from './read-fields.ts';

const UNREAD = { code: 'GRADE_UNREADABLE', reason: 'This is no sign of a 3x5x2 grade; the grade was kept as it came, and the item is closed to all but the force.' };
const PARTS = ['Grade/SourceEvaluation', 'Grade/IntelligenceAssessment', 'Grade/HandlingCode'] as const;

/** The grade and the text made for others, with what a person should look at; whether it opens the item is for the fold to say. */
export function gradeOf(reader: FieldReader<Path>, { recipients }: Report): StatedGrade {
  PARTS.filter((part) => reader.text(part) === null).forEach((part) => {
    reader.warn('GRADE_MISSING', part, 'The grade lacks this part; the item is closed to all but the force.');
  });
  const grade = {
    sourceEvaluation: reader.read('Grade/SourceEvaluation', sourceEvaluationOf, UNREAD),
    assessment: reader.read('Grade/IntelligenceAssessment', assessmentOf, UNREAD),
    handling: reader.read('Grade/HandlingCode', handlingOf, UNREAD),
    word: PARTS.flatMap((part) => reader.text(part) ?? []).join(' '),
    conditions: reader.text('Grade/Conditions'),
    recipients: recipients.map(({ text }) => text),
    sanitisedText: reader.text('Intelligence/SanitisedText'),
    ...madeOf(reader),
  };
  lookAt(grade, reader);
  return grade;
}

/** What the bureau made of it, where it says so. */
function madeOf(reader: FieldReader<Path>): Pick<StatedGrade, 'result' | 'resultWords'> {
  const [result, resultWords] = [reader.code('Grade/Result', resultOf), reader.text('Grade/ResultWords')];
  return result === null && resultWords === null ? {} : { result, resultWords };
}

function lookAt({ handling, conditions, recipients, sanitisedText }: StatedGrade, reader: FieldReader<Path>): void {
  if (handling === 'P' && (conditions !== null || recipients.length > 0)) {
    reader.warn('CONDITIONS_UNCLEAR', 'Grade/HandlingCode', 'Code P goes without conditions and recipients; the item is treated as code C.');
  }
  if (handling === 'C' && (conditions === null || recipients.length === 0)) {
    reader.warn('CONDITIONS_UNCLEAR', 'Grade/HandlingCode', 'Code C needs conditions and the recipients they name; the item is open to the named ones alone.');
  }
  if (sanitisedText === null) {
    reader.warn('SANITISED_TEXT_MISSING', 'Intelligence/SanitisedText', 'Without a sanitised text nobody but the police reads anything of the item.');
  }
}
