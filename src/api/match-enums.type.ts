import type { MatchDecision as MatchDecisionWord } from '../domain/decision/decision.ts';
import type { ReviewState } from '../domain/decision/review-state.ts';
import type { EvidenceHow, EvidenceOf, LikenessVerdict } from '../domain/matching/likeness.ts';
import { describedEnum } from './described-enum.ts';

export const MatchState = describedEnum<ReviewState>('MatchState', 'Where two records stand that may be of one child.', {
  OPEN: 'They are alike, and nobody has decided.',
  AWAITS_OTHER_AUTHORITY: 'One authority says that they are one child; the other has not yet, and nothing is joined.',
  JOINED: 'They are shown as one child because everybody who answers for them says so.',
  SEPARATED: 'Somebody who answers for one of them says that they are two children, whatever their numbers say.',
});

export const MatchDecision = describedEnum<MatchDecisionWord>('MatchDecision', 'What a coordinator says of two records.', {
  JOIN: 'They are one child.',
  SEPARATE: 'They are two children.',
  NONE: 'What was said before is taken back.',
});

export const MatchVerdict = describedEnum<LikenessVerdict>('MatchVerdict', 'What comparing two records comes to; it opens nothing to anybody.', {
  JOIN: 'One child, as far as anybody can tell without asking.',
  REVIEW: 'A person should look.',
  APART: 'Not alike.',
});

export const MatchEvidenceOf = describedEnum<EvidenceOf>('MatchEvidenceOf', 'What of two records was compared.', {
  NHS_NUMBER: 'NHS number.',
  UPN: 'Unique pupil number.',
  GIVEN_NAME: 'Given name.',
  FAMILY_NAME: 'Family name.',
  BIRTH: 'Date of birth.',
  GENDER: 'Gender.',
  POSTCODE: 'Postcodes of homes and placements; shown to those who see both records.',
  PLACEMENT: 'The home the child is placed in; shown to those who see both records.',
  PERSON_KEY: 'The number one and the same system knows them by.',
});

export const MatchEvidenceHow = describedEnum<EvidenceHow>('MatchEvidenceHow', 'How two values compare; the values themselves are not said.', {
  EQUAL: 'The same.',
  NICKNAME: 'One is a short form of the other.',
  TRANSLITERATED: 'One name written in our letters in two ways.',
  TYPO: 'A slip apart.',
  SOUNDS_ALIKE: 'They sound alike.',
  SWAPPED_NAMES: 'Given and family name change places.',
  SWAPPED_DAY_AND_MONTH: 'Day and month change places.',
  NEAR: 'Nearly the same.',
  DIFFERENT: 'Different.',
});

export const MatchSpeaks = describedEnum<'FOR' | 'AGAINST'>('MatchSpeaks', 'Which way a comparison speaks.', {
  FOR: 'For one child.',
  AGAINST: 'For two.',
});
