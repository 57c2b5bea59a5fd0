import { OWN_AGENCY, OWN_PERSON, type HouseRule, type RuleCondition } from '../rule.ts';
import { attributesOf } from '../attributes.ts';
import { noticesTo } from './hub-work.ts';
import { noticeOf, textOf, TO_AGENCY, TO_PERSON } from './interview.ts';
import { ADMITTED, admitted, and, mayRead, mayReadOnly, named, OPEN, PROVIDER, type Standing } from './standing.ts';

/** What was written for them names nobody and no place that the hub knows round the child. */
const TELLS_NOBODY = { tellsNobody: 'YES' } as const;

/** What a home or a carer reads of the child who lives with them; never of intelligence, nor of where the child stays when away. */
function caresFor(standing: Standing, to: RuleCondition): readonly HouseRule[] {
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'interviews', 'notes', 'reported'),
    noticeOf(standing),
    textOf(standing, to),
    mayReadOnly(standing, 'Child', ['caseActions']),
    mayRead(and(standing, { step: 'PREVENTION_PLAN', ...TELLS_NOBODY }, 'It is the plan to prevent another episode.'), 'ReturnStep', 'steps'),
    mayRead(and(standing, { doer: { $in: [OWN_AGENCY, OWN_PERSON] }, ...TELLS_NOBODY }, 'It is yours to do.'), 'CaseAction', 'steps'),
    mayRead(and(standing, { recipient: { $in: [OWN_AGENCY, OWN_PERSON] }, approved: 'YES', ...TELLS_NOBODY }, 'It was written for you.'), 'SafetyNote', 'notice'),
  ];
}
/** What a home or carer reported and keeps ready itself, and nothing of what others did. */
function wrote(standing: Standing, originator: RuleCondition): readonly HouseRule[] {
  const own = and(standing, { originator }, 'You reported it yourself.');
  return [mayRead(own, 'HomeReport', 'reported'), mayRead(own, 'HomeProfile', 'reported')];
}
/** Of an episode of their own: in what condition the child came back, and what they reported themselves. */
const onAnEpisode = (standing: Standing): readonly HouseRule[] => [
  mayRead(standing, 'Episode', 'identity', 'interviews', 'condition', 'reported'),
  mayReadOnly(standing, 'Episode', ['returnSteps']),
];
/** The placements a home runs, and the episodes that began there. */
const runs = (standing: Standing): readonly HouseRule[] => [
  mayRead(standing, 'Placement', 'placement'),
  ...onAnEpisode(standing),
];
const CARER: Standing = { because: "You are this child's carer.", when: { ...named('CARER'), ...OPEN } };

export const PLACEMENT_PROVIDER: readonly HouseRule[] = [
  // A home by its agency, a carer by name: the authority that approved a carer is itself a recipient of other texts.
  ...caresFor(PROVIDER, TO_AGENCY),
  ...runs(PROVIDER),
  ...wrote(PROVIDER, OWN_AGENCY),
  ...caresFor(CARER, TO_PERSON),
  // A carer is told of the episode that is open or just over, not of those under other roofs.
  ...onAnEpisode(and(CARER, { recent: 'YES' }, 'They are missing, or came back less than 72 hours ago.')),
  ...wrote(CARER, OWN_PERSON),
  ...caresFor(ADMITTED, TO_PERSON),
  textOf(admitted(PROVIDER), TO_AGENCY),
  ...runs(admitted(PROVIDER)),
  ...wrote(admitted(PROVIDER), OWN_AGENCY),
  ...wrote(ADMITTED, OWN_PERSON),
  noticesTo('PLACEMENT_PROVIDER'),
];

const LET_IN: Standing = { because: 'The decision-maker has let you in for this child.', when: { ...named('PARENT'), ...OPEN } };
/** Missing or returned, and when; an interview as the placement reads it. */
function isTold(standing: Standing): readonly HouseRule[] {
  return [
    mayReadOnly(standing, 'Child', ['id', 'missingNow', 'episodes', 'interviews']),
    mayReadOnly(standing, 'Episode', ['id', 'status', 'open', 'missingSince', 'returnedAt', 'child', 'interviews']),
    noticeOf(standing),
    textOf(standing, TO_PERSON),
  ];
}
export const PARENT: readonly HouseRule[] = [...isTold(LET_IN), ...isTold(ADMITTED)];

const PARTNER_OF: Standing = { because: 'Your agency takes part in the daily briefing on this child.', when: { partners: OWN_AGENCY, ...OPEN } };
const NOW_MISSING = { missingNow: 'YES' } as const;
function looksOut(standing: Standing): readonly HouseRule[] {
  const missing = and(standing, NOW_MISSING, 'They are missing now.');
  const briefed = and(missing, { opens: 'BRIEFING_TO_PARTNER' });
  const noticed = and(missing, { opens: 'NOTICE_TO_PARTNER' });
  return [
    mayRead(briefed, 'Child', 'identity', 'description'),
    mayReadOnly(briefed, 'Episode', [...attributesOf('Episode', 'identity'), 'lastSeenAt', 'lastSeenPlace', 'returnSteps']),
    mayReadOnly(noticed, 'Child', ['id', 'interviews']),
    mayReadOnly(noticed, 'Episode', ['id', 'interviews']),
    noticeOf(noticed),
    textOf(standing, TO_AGENCY),
    mayRead(and(briefed, { step: 'BRIEFING_ANSWER', originator: OWN_AGENCY }, 'Your agency said it on the briefing.'), 'ReturnStep', 'steps'),
  ];
}
export const PARTNER: readonly HouseRule[] = [...looksOut(PARTNER_OF), ...looksOut(admitted(PARTNER_OF))];
