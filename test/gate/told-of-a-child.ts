import { randomUUID } from 'node:crypto';
import { INTERVIEW_FORM, LOCATING_FORM } from '../../src/domain/interview/interview-form.ts';
import { columnName } from '../../src/gate/column-name.ts';
import { agencyOf, factsOf, moment, relation, says, type AThingOfAChild, type HeldFor, type Rows, type Standing, type YesNo } from './a-world.ts';

/** How one interview stands to those who may read of it. */
export interface InterviewStanding extends Standing {
  readonly heldBy?: string;
  /** `REDACTED:<agency or person@agency>` and `FULL:<...>`; what is released redacted has its own text. */
  readonly shared?: readonly (string | HeldFor)[];
}
interface AnInterviewThing extends AThingOfAChild {
  readonly standing: InterviewStanding;
}

const releaseOf = (one: string | HeldFor): HeldFor => (typeof one === 'string' ? { agency: one, during: '(,)' } : one);
const recipientOf = (release: string): string => release.slice(release.indexOf(':') + 1);

function interviewFacts(child: string, { heldBy = 'nobody', shared = [], ...standing }: InterviewStanding): Record<string, unknown> {
  const recipients = shared.map((one) => agencyOf(recipientOf(releaseOf(one).agency)));
  return { held_by: heldBy, ...relation('shared', shared), ...factsOf(child, standing, recipients) };
}

/** What is said under each question of a form: its words name the interview and the question. */
function answers(id: string, form: Readonly<Record<string, unknown>>, list: (question: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.keys(form).map((question) => {
    const words = `${columnName(question)} of ${id}`;
    return [columnName(question), list(question) ? [words] : words];
  }));
}
const LISTS = ['vulnerabilities', 'highRiskCategories', 'pushFactors', 'pullFactors', 'namedPeople'];
const locatingAnswers = (id: string): Record<string, unknown> => answers(id, LOCATING_FORM, () => true);

/** An interview with something in every attribute: what is told of it at each level, and a text for each recipient of one. */
export function aReturnInterview({ id, child, standing, columns = {} }: AnInterviewThing): readonly Rows[] {
  const facts = interviewFacts(child, standing);
  const texts = (standing.shared ?? []).map(releaseOf).filter(({ agency }) => agency.startsWith('REDACTED:'));
  return [
    {
      interview: {
        id,
        state: 'COMPLETED',
        at: moment('2026-11-02T10:00:00Z'),
        held_from_at: '2026-11-02T10:00:00Z',
        ...says(id, 'sentence'),
        episode_ids: [],
        record_ids: [id],
        ...columns,
        ...facts,
      },
      interview_full: {
        id,
        ...answers(id, INTERVIEW_FORM, (question) => LISTS.includes(question)),
        ...locatingAnswers(id),
        ...says(id, 'interviewer content_hash departure'),
        offers: [],
        episode_gone: false,
        revision: 1,
        ...facts,
      },
    },
    ...texts.map((release) => aRedactedText(id, facts, release)),
  ];
}

function aRedactedText(interview: string, facts: Record<string, unknown>, { agency, during }: HeldFor): Rows {
  const recipient = recipientOf(agency);
  const text = {
    id: randomUUID(),
    interview,
    recipient,
    redaction: randomUUID(),
    redacted_text: `text for ${recipient} of ${interview}`,
    redacted_answers: [{ question: 'pushFactors', words: [`words for ${recipient} of ${interview}`] }],
    released_during: `{${during}}`,
  };
  return { interview_redacted: { ...text, ...facts } };
}

/** What helps to find the child, out of one interview. */
export function aLocating({ id, child, standing, columns = {} }: AnInterviewThing): Rows {
  return {
    interview_locating: {
      id,
      at: moment('2026-11-02T10:00:00Z'),
      held_from_at: '2026-11-02T10:00:00Z',
      ...locatingAnswers(id),
      ...columns,
      ...interviewFacts(child, standing),
    },
  };
}

/** An offer with one attempt. */
export function anOffer({ id, child, standing, columns = {} }: AThingOfAChild): Rows {
  return {
    offer: {
      id,
      at: moment('2026-11-01T12:00:00Z'),
      offered_from_at: '2026-11-01T12:00:00Z',
      ...says(id, 'offered_to outcome phoned_young_person spoken_to_parent_carer spoken_to_social_worker reason ask_again_on explanation covered_by departure service'),
      attempts: [{ method: 'VISIT' }],
      episode_ids: [],
      revision: 1,
      ...columns,
      ...factsOf(child, standing),
    },
  };
}

/** An authority's assessment of the risk. */
export function aRiskAssessment({ id, child, standing, columns = {} }: AThingOfAChild): Rows {
  return {
    risk_assessment: {
      id,
      at: moment('2026-11-01T13:00:00Z'),
      assessed_from_at: '2026-11-01T13:00:00Z',
      ...says(id, 'risk word factors plan assessor made_by'),
      valid_until: moment('2027-11-01T00:00:00Z'),
      episode_ids: [],
      ...columns,
      ...factsOf(child, standing),
    },
  };
}

/** What two authorities agreed for a placement. */
export function aPlacementAgreement({ id, child, standing, columns = {} }: AThingOfAChild): Rows {
  return {
    placement_agreement: {
      id,
      from_date: moment('2026-10-01T00:00:00Z'),
      agreed_from_at: '2026-10-01T00:00:00Z',
      ...says(id, 'urn host_authority host_officer host_contact who_interviews result_how result_by made_by'),
      revision: 1,
      ...columns,
      ...factsOf(child, standing),
    },
  };
}

/** A text proposed for one audience of an interview. */
export function aRedaction({ id, child, standing, interview = id, columns = {} }: AnInterviewThing & { readonly interview?: string }): Rows {
  return {
    redaction: {
      id,
      interview,
      ...says(id, 'audience recipient text state author approver'),
      answers: ['pushFactors'],
      topics: ['ALL'],
      proposed_at: '2026-11-03T10:00:00Z',
      revision: 1,
      ...columns,
      ...interviewFacts(child, standing),
    },
  };
}

/** A decision or an agreement on an interview. */
export function aSharingRecord({ id, child, standing, interview = id, columns = {} }: AnInterviewThing & { readonly interview?: string }): Rows {
  return {
    sharing_record: {
      id,
      interview,
      ...says(id, 'kind audience recipient topic state reason by'),
      at: '2026-11-03T10:00:00Z',
      until: '2026-12-03T10:00:00Z',
      revision: 1,
      ...columns,
      ...interviewFacts(child, standing),
    },
  };
}

/** How one item of intelligence stands to those who may read of it. */
export interface ItemStanding extends Standing {
  readonly origin?: string;
  readonly handling?: string;
  readonly recipients?: readonly string[];
  readonly originator?: string;
  readonly area?: string;
  readonly groups?: readonly (string | HeldFor)[];
  readonly topic?: string;
  readonly sanitised?: YesNo;
  readonly released?: YesNo;
}

const AN_ITEM = {
  origin: 'INTERVIEW',
  handling: 'P',
  recipients: [],
  originator: 'nobody',
  area: '',
  groups: [],
  topic: 'HOT_SPOT',
  sanitised: 'YES',
  released: 'YES',
} as const satisfies ItemStanding;

/** An item with something at every level. */
export function anIntelligenceItem({ id, child, standing, columns = {} }: AThingOfAChild & { readonly standing: ItemStanding }): Rows {
  const { origin, handling, recipients, originator, area, groups, topic, sanitised, released, ...rest } = { ...AN_ITEM, ...standing };
  const reached = [...recipients, originator, area, ...groups.map((one) => releaseOf(one).agency)].filter((agency) => agency !== '');
  const own = { origin, handling, recipients, originator, area, ...relation('groups', groups), topic, sanitised, released };
  const facts = { ...own, ...factsOf(child, rest, reached) };
  return {
    intelligence: {
      id,
      ...says(id, 'urgency conditions'),
      at: moment('2026-11-02T12:00:00Z'),
      recorded_from_at: '2026-11-02T12:00:00Z',
      interview: null,
      record_ids: [id],
      ...columns,
      ...facts,
    },
    intelligence_sanitised: { id, ...says(id, 'sanitised_text'), ...facts },
    intelligence_content: { id, ...says(id, 'content grade graded_by protective_marking'), named_people: [`named_people of ${id}`], entities: [`entities of ${id}`], flags: [`flags of ${id}`], revision: 1, ...facts },
    intelligence_source: { id, ...says(id, 'source'), ...facts },
    intelligence_result: { id, ...says(id, 'result result_words'), ...facts },
  };
}

/** A safety note for one home or carer. */
export function aSafetyNote({ id, child, standing, recipient, approved = 'YES', columns = {} }: AThingOfAChild & { readonly recipient: string; readonly approved?: YesNo }): Rows {
  return {
    safety_note: {
      id,
      recipient,
      ...says(id, 'watch_for do_this ring acknowledged_by by'),
      approved,
      tells_nobody: 'YES',
      acknowledged_at: '2026-11-04T10:00:00Z',
      at: '2026-11-03T10:00:00Z',
      revision: 1,
      ...columns,
      ...factsOf(child, standing, [agencyOf(recipient)]),
    },
  };
}

interface AReportOfAChild extends AThingOfAChild {
  readonly originator: string;
}

/** What a home or carer reported of an episode, in every attribute. */
export function aHomeReport({ id, child, standing, originator, columns = {} }: AReportOfAChild): Rows {
  const texts = 'missing_from last_seen_with last_seen_place clothing circumstances risk_factors actions_taken finding_ideas informed_persons';
  const times = ['missing_since', 'last_seen_at', 'located_at', 'returned_at', 'risk_at'].map((name) => [name, moment('2026-11-03T10:00:00Z')] as const);
  return {
    episode_report: {
      id,
      episode: randomUUID(),
      record: randomUUID(),
      part: '',
      happened_from_at: '2026-11-03T10:00:00Z',
      matter: 'MISSING',
      kind: 'MISSING',
      ...says(id, texts),
      ...says(id, 'located_place located_how returned_to return_method received_by condition debrief risk_why'),
      ...Object.fromEntries(times),
      risk: 'HIGH',
      revision: 1,
      ...columns,
      originator,
      ...factsOf(child, standing, [agencyOf(originator)]),
    },
  };
}

/** What a home or carer keeps ready of a child. */
export function aHomeProfile({ id, child, standing, originator, columns = {} }: AReportOfAChild): Rows {
  const texts = says(id, 'description friends places medical phone social_media');
  return { profile: { id, ...texts, revision: 1, ...columns, originator, ...factsOf(child, standing, [agencyOf(originator)]) } };
}

/** Something that the people named in `to` are to be told first. */
export function aNotice({ to, columns = {} }: { readonly to: readonly string[]; readonly columns?: Readonly<Record<string, unknown>> }): Rows {
  const id = randomUUID();
  return {
    briefing_notice: {
      id,
      to,
      ...says(id, 'kind text'),
      child: randomUUID(),
      about: randomUUID(),
      visible_from: '2026-11-01T00:00:00Z',
      raised_at: '2026-11-01T00:00:00Z',
      acknowledged_at: null,
      ...columns,
    },
  };
}

/** What a question of identity is answered from. */
export function aWhoseChild({ child, key, authorities }: { readonly child: string; readonly key: string; readonly authorities: readonly string[] }): Rows {
  return { whose_child: { id: randomUUID(), child_id: child, key, authorities, version: 1, row_hash: '' } };
}
