import type { Directory } from '../directory/directory.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { HandlingCode, INTELLIGENCE_ASSESSMENTS, IntelligenceResult, SOURCE_EVALUATIONS } from '../domain/intelligence/intelligence-words.ts';
import { optionalText, type Given } from './given.ts';

/** A 3x5x2 grade as the client sends it. */
export interface GradeAsked {
  readonly sourceEvaluation: (typeof SOURCE_EVALUATIONS)[number];
  readonly assessment: (typeof INTELLIGENCE_ASSESSMENTS)[number];
  readonly handling: HandlingCode;
  readonly conditions?: Given<string>;
  readonly recipients?: Given<readonly string[]>;
  readonly sanitisedText?: Given<string>;
  readonly area?: Given<string>;
  readonly result?: Given<IntelligenceResult>;
  readonly resultWords?: Given<string>;
}

const bad = (message: string): HubError => new HubError('BAD_INPUT', message);

/** Checks that a grade holds together: handling C names its conditions and recipients, handling P has none. */
export function gradeGiven(directory: Directory, asked: GradeAsked): DecisionPayloads['GRADE'] {
  const { sourceEvaluation, assessment, handling } = asked;
  const conditions = optionalText(asked.conditions);
  const area = optionalText(asked.area);
  const recipients = [...new Set(asked.recipients ?? [])].sort();
  checkConditions({ handling, conditions, recipients });
  if (recipients.some((recipient) => !directory.agencies.has(recipient))) {
    throw bad('"recipients" must be agency ids of the directory.');
  }
  if (area !== null && directory.agencies.get(area)?.kind !== 'AUTHORITY') {
    throw bad('"area" must be the id of an authority of the directory.');
  }
  return { sourceEvaluation, assessment, handling, conditions, recipients, sanitisedText: optionalText(asked.sanitisedText), area, ...resultGiven(asked) };
}

function resultGiven(asked: GradeAsked): Pick<DecisionPayloads['GRADE'], 'result' | 'resultWords'> {
  const [result, resultWords] = [asked.result ?? null, optionalText(asked.resultWords)];
  if (result === null && resultWords !== null) {
    throw bad('"resultWords" go with a "result"; say which it is.');
  }
  return result === null ? {} : { result, resultWords };
}

function checkConditions({ handling, conditions, recipients }: Pick<DecisionPayloads['GRADE'], 'handling' | 'conditions' | 'recipients'>): void {
  if (handling === 'C' && (conditions === null || recipients.length === 0)) {
    throw bad('Handling C needs "conditions" and at least one agency in "recipients".');
  }
  // Who names recipients believes that nobody else gets it.
  if (handling === 'P' && (conditions !== null || recipients.length > 0)) {
    throw bad('"conditions" and "recipients" go with handling C alone; leave them out, or choose C.');
  }
}
