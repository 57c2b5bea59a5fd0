import type { HubDefaultName } from './hub-defaults.ts';
import type { FigureName } from './practice.ts';

/** A figure as a coordinator calls it, and what the hub does where the practice is silent on it; `by`: its own default, where it has one. */
export interface FigureWords {
  readonly name: string;
  readonly whenSilent: string;
  readonly by?: HubDefaultName;
}

/** Every figure of the practice rules, in the order in which it is shown. Where one is silent nothing is borrowed from a neighbour. */
export const FIGURE_WORDS: Readonly<Record<FigureName, FigureWords>> = {
  coreHours: { name: 'core hours', whenSilent: 'every step of the duty chain counts at every hour, the duty team is told of an episode beside the first, and a clock in core hours cannot be read' },
  attempts: { name: 'tries to reach the child', whenSilent: 'tries go on without an end until the offer is closed, and none are said to lack' },
  askAgain: { name: 'times a child who declined is asked again', whenSilent: 'no step asks again' },
  unableToContact: { name: 'before "unable to contact"', whenSilent: 'nobody more has to be tried, and no explanation is asked for' },
  unableCountsAs: { name: 'what a child who was not reached counts as', whenSilent: 'the timeliness table counts such an offer as not made, and apart' },
  letter: { name: 'letter', whenSilent: 'the hub asks to whom a letter goes and whether it is safe, and advises no addressee', by: 'LETTER_ADDRESSEE' },
  refusal: { name: 'after a refusal', whenSilent: 'no explanation, letter or word of the parents is asked for' },
  offeredOfEligible: { name: 'per cent of the eligible offered', whenSilent: 'the timeliness table shows no standard' },
  completedOfAccepted: { name: 'per cent of the accepted completed in time', whenSilent: 'the timeliness table shows no standard' },
  refusedAtMost: { name: 'per cent of the offered refused at most', whenSilent: 'the timeliness table shows no standard' },
  toSocialCareUnder: { name: "to children's social care under the age", whenSilent: 'a child of any age is offered an interview' },
  interviewedFrom: { name: 'interviewed by the team from the age', whenSilent: 'the team interviews at any age' },
  notNow: { name: 'interview not appropriate now', whenSilent: 'the hub asks for a day to ask again, and for nothing else', by: 'NOT_NOW' },
  severalEpisodes: { name: 'several episodes before the interview', whenSilent: 'the hub asks which episodes an offer or interview is about, not for one form or several', by: 'NAMES_EPISODE' },
  finaliseAfterForm: { name: 'finalised after the form', whenSilent: 'finalising before the form is not warned of' },
  ceScreenFrom: { name: 'CE screen from the age', whenSilent: 'no screen is owed; the hub asks what came of one that was made', by: 'CE_SCREEN' },
  preventionPlan: { name: 'prevention plan', whenSilent: 'no plan is owed' },
  awayEpisodes: { name: 'looked after child who was away', whenSilent: 'nothing is warned of that was not done' },
  mediaAppeal: { name: 'media appeal', whenSilent: 'the hub says nothing of an appeal' },
  placementAgreement: { name: 'agreement for a placement elsewhere', whenSilent: 'no gaps of an agreement are shown' },
  toBeTold: { name: 'who is told', whenSilent: 'the hub alerts whom it always does, and asks for nobody to be told by hand' },
  independence: { name: 'independence of the interviewer', whenSilent: 'nothing is warned of' },
  sameWorkerAsBefore: { name: 'same worker as before', whenSilent: 'the worker of before is suggested, and another is not warned of' },
  otherMethods: { name: 'other ways of reaching a child', whenSilent: 'the step to try again advises no other way' },
  weeklyVisits: { name: 'weekly visits', whenSilent: 'none are advised' },
  meetingAtRequest: { name: 'meeting with the placing authority', whenSilent: 'none is advised' },
  hostMayInterview: { name: 'interview by the host as well', whenSilent: 'nothing is said of it' },
  openUntilFound: { name: 'notification open until found', whenSilent: 'nothing is said of it; an episode is open in the hub until the child is back' },
  exploitationToolkit: { name: 'exploitation toolkit', whenSilent: 'none is advised' },
  whoInterviews: { name: 'who interviews', whenSilent: 'nobody is warned of' },
  strategy: { name: 'strategy discussion', whenSilent: 'none is asked for; of one that was held the hub asks for its grounds and who took part', by: 'STRATEGY' },
};
