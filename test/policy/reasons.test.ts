import { conditionsOf, keysOf } from '../../src/policy/conditions.ts';
import { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES } from '../../src/policy/viewer.ts';

/** What the reason of a rule says for each thing it rests on. */
const SAYS: ReadonlyMap<string, RegExp> = new Map(Object.entries({
  'responsible <agency>': /Your agency is responsible for this child./,
  'hosts <agency>': /in whose area|placed in the area of your authority/,
  'forces <agency>': /Your force is involved with this child./,
  'providers <agency>': /This child lives in a placement of yours./,
  'partners <agency>': /Your agency takes part in the daily briefing on this child./,
  'candidates <agency>': /Nobody knows yet whose child this is, and it may be one of your authority./,
  'intelligenceAgencies <agency>': /There is intelligence on this child that your agency may read./,
  'groups <agency>': /Your agency is in the exploitation group of its area./,
  'named WORKER:<person>': /You are assigned to this child./,
  'named GUEST_WORKER:<person>': /Your authority, in whose area this child is placed, assigned you./,
  'named AUTHOR:<person>': /You held this interview, and its episodes are not finalised./,
  'named SOCIAL_WORKER:<person>,DECISION_MAKER:<person>': /You are this child's social worker, lead practitioner or decision-maker./,
  'named SOCIAL_WORKER:<person>': /You are this child's social worker./,
  'named IRO:<person>': /You are this child's independent reviewing officer./,
  'named CP_COORDINATOR:<person>': /You are this child's child protection coordinator./,
  'named CARER:<person>': /You are this child's carer./,
  'named PARENT:<person>': /The decision-maker has let you in for this child./,
  'named EMERGENCY:<person>': /You have opened emergency access to this child, which ends by itself and is reviewed./,
  'named ADMITTED:<person>': /is restricted, and you are named among those who may see./,
  'awaitsNaming YES': /It is restricted, and nobody has been named yet who may see./,
  'missingNow YES': /They are missing now./,
  'recent YES': /They are missing, or came back less than 72 hours ago./,
  'opens CHILD_TO_OTHER_SOCIAL_WORKERS': /It leaves who the child is open to its other social workers./,
  'opens NOTICE_TO_OTHER_SOCIAL_WORKERS': /It leaves open to its other social workers that an interview took place./,
  'opens DETAIL_TO_BUSINESS_SUPPORT': /Your authority leaves details open to business support./,
  'heldBy <agency>': /Your service held the interview./,
  'shared REDACTED:<agency>': /A text of it is released to you./,
  'shared REDACTED:<person>': /A text of it is released to you./,
  'shared FULL:<agency>': /It is released to you in full./,
  'shared FULL:<person>': /It is released to you in full./,
  'handling P': /Its handling code lets it be shared./,
  'recipients <agency>': /Its conditions name your agency./,
  'handling C': /Its conditions name your agency./,
  'originator <agency>': /Your service (recorded|wrote) it.|You reported it yourself.|Your agency said it on the briefing./,
  'originator <person>': /You reported it yourself./,
  'topic HOT_SPOT,PERSON_TARGETING_CHILDREN': /It tells of a hot spot or of somebody who targets children./,
  'released YES': /It was released beyond the service that recorded it|It lies in your area/,
  'sanitised YES': /It has been sanitised./,
  'area <agency>': /It lies in your area./,
  ...Object.fromEntries(READING_ROLES.map((role) => [`to ${role}:<agency>,<person>`, /It is addressed to you, or to your role at your agency./])),
  ...Object.fromEntries(READING_ROLES.map((role) => [`addressed ${role}:<agency>,<person>`, /It came to you, or to your role at your agency, for an answer./])),
  'ofConcern NO': /It is one of those open to every force involved./,
  'doer <person>': /It is yours to do./,
  'doer <agency>,<person>': /It is yours to do./,
  'record CE_SCREEN,STRATEGY_DISCUSSION,RISK_REVIEW,CARER_INFORMATION,SAFE_CONTACT': /It is a screen, a discussion, a review, what a carer told or how the child is reached safely./,
  'record SAFE_CONTACT': /It says how the child is reached safely./,
  'step BRIEFING_ANSWER': /Your agency said it on the briefing./,
  'watchers HUB_COORDINATOR:<agency>': /It waits for an answer of your agency, and you see to it that there is one./,
  'step PREVENTION_PLAN': /It is the plan to prevent another episode./,
  'recipient <agency>,<person>': /It was written for you./,
  'fromAgency <agency>': /Your agency sends it./,
  'toAgency <agency>': /It was sent to your agency/,
  'came YES': /and came/,
  ...Object.fromEntries(READING_ROLES.map((role) => [`recipient ${role}:<agency>,<person>`, /It was sent to you, or to your role at your agency/])),
  'shownTo <agency>': /Your agency sent it, or it concerns your area./,
  'agency <agency>': /It is a source of your own agency.|Your agency sent it./,
  'feeds YES': /It feeds rows that you read./,
  'controllers <agency>': /Your agency is a controller of what was disclosed./,
}));
/** What goes without saying: where an item came from, that nothing is restricted, that a note is approved and what is written for homes looked through, and a partner not shut out. */
const UNSAID = /^((origin|restricted|approved|openTo|tellsNobody) |opens (BRIEFING|NOTICE)_TO_PARTNER)/;
const EVERY_RULE = READING_ROLES.flatMap((role) => RULES[role].map((rule) => ({ role, ...rule })));

describe('the reason of a rule', () => {
  it('says each thing the rule rests on', () => {
    const silent = EVERY_RULE.filter(({ conditions }) => conditions.keeps === undefined)
      .flatMap((rule) => conditionsOf(rule).map(([fact, condition]) => ({ ...rule, asks: `${fact} ${keysOf(condition).join()}` })))
      .filter(({ asks, because }) => !UNSAID.test(asks) && SAYS.get(asks)?.test(because) !== true)
      .map(({ role, subject, asks, because }) => [role, subject, asks, because]);
    expect(silent).toEqual([]);
  });

  it('for what is kept of a restricted child is one sentence that says all of it', () => {
    const kept = EVERY_RULE.filter(({ conditions }) => conditions.keeps !== undefined).map(({ because }) => because);
    expect([...new Set(kept)]).toEqual(['This child is restricted and missing: your team keeps what is needed to find them.']);
  });

  it('is made of whole sentences', () => {
    expect(EVERY_RULE.filter(({ because }) => !/^[A-Z][^.]*\.( [A-Z][^.]*\.)*$/.test(because)).map(({ because }) => because)).toEqual([]);
  });
});
