import type { Capacity } from '../authority/practice.ts';
import type { HandlingCode, IntelligenceResult } from '../intelligence/intelligence-words.ts';
import type { Interval } from '../interval/interval.ts';
import type { YesNoNotSaid } from '../interview/interview-words.ts';
import type { StructuredQuestion } from '../interview/interview-form.ts';
import type { ActionState, CaseRecordKind, ConcernKind, ReturnStepKind } from '../interview/return-steps.ts';
import type { SafeContact } from '../interview/safe-contact.ts';
import type { Risk } from '../observation/observation.ts';
import type { RedactionKind } from '../redaction/network.ts';
import type { AgreementState, Audience, Topic } from '../sharing/audience.ts';
import type { Duty } from '../workflow/duties.ts';

/** What a person is round a child; recorded by name, from and until. */
export const RELATIONSHIPS = ['SOCIAL_WORKER', 'LEAD_PRACTITIONER', 'DECISION_MAKER', 'IRO', 'CP_COORDINATOR', 'CARER', 'ADDED_FORCE'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** What a coordinator says of two person records. */
export const MATCH_DECISIONS = ['JOIN', 'SEPARATE', 'NONE'] as const;
export type MatchDecision = (typeof MATCH_DECISIONS)[number];

/**
 * What each kind of decision says. Instants are epoch milliseconds; a person is `person@agency`, an agency its directory id.
 * `matter` tells which earlier decision a new one supersedes: the latest of a kind, subject and matter stands.
 */
export interface DecisionPayloads {
  /** matter: `TAKE_PART`, `CHANNEL`, or `<audience> <recipient> <topic>`. */
  readonly AGREEMENT: {
    readonly aspect: 'TAKE_PART' | 'CHANNEL' | 'AUDIENCE';
    readonly audience: Audience | null;
    readonly recipient: string | null;
    readonly topic: Topic;
    readonly state: AgreementState;
    /** How the child's understanding was judged, in the asker's words. */
    readonly understanding: string;
    readonly askedBy: string;
    /** Of CHANNEL: how the child wants to be reached. */
    readonly channel: string | null;
  };
  /** matter: `<audience> <recipient>`. WITHHOLD from police, social worker, placing or host authority needs reason and review date. */
  readonly SHARING: {
    readonly audience: Audience;
    readonly recipient: string;
    readonly decision: 'SHARE' | 'WITHHOLD';
    /** How far: a copy never goes beyond REDACTED to a placement or a parent. */
    readonly level: 'REDACTED' | 'FULL';
    readonly reason: string;
    readonly reviewOn: string | null;
  };
  /** The senior's authorisation. matter: `<audience> <recipient>` of a sharing decision; `RELEASE` of routine intelligence. */
  readonly AUTHORISATION: {
    readonly audience: Audience | null;
    readonly recipient: string | null;
    readonly authorised: boolean;
    readonly reason: string;
  };
  /** Immediate safeguarding concerns: releases an approved text without decision or agreement until it ends. matter: `<audience> <recipient>`. */
  readonly OVERRIDE: {
    readonly audience: Audience;
    readonly recipient: string;
    readonly reason: string;
    readonly until: number;
    /** Was the child told, or why not. */
    readonly childTold: string;
  };
  /** A proposed text for one audience. matter: `<audience> <recipient or ''>`. */
  readonly REDACTION: {
    readonly audience: Audience;
    /** Of PLACEMENT and PARENT alone. */
    readonly recipient: string | null;
    readonly text: string;
    readonly answers: readonly StructuredQuestion[];
    readonly topics: readonly Topic[];
    /** sha-256 of the interview it was made from (`domain/interview/content-hash.ts`); another hash makes it STALE. */
    readonly madeFrom: string;
  };
  /** about: the interview; matter: that of the redaction it approves. */
  readonly REDACTION_APPROVAL: {
    readonly redaction: string;
    readonly madeFrom: string;
    readonly textHash: string;
    /** Of a text for a home or a parent: what still reads like somebody or somewhere, each of which the approver looked at and let stand. */
    readonly leftIn?: readonly LeftIn[];
  };
  /** about: an intelligence record. matter: ''. */
  readonly GRADE: {
    readonly sourceEvaluation: string;
    readonly assessment: string;
    readonly handling: HandlingCode;
    readonly conditions: string | null;
    /** Agencies a C item may go to. */
    readonly recipients: readonly string[];
    readonly sanitisedText: string | null;
    /** Directory id of the authority in whose area the item lies. */
    readonly area: string | null;
    /** What the bureau made of it, where it says so, and in words for whoever recorded it: theirs and the bureaus' alone. */
    readonly result?: IntelligenceResult | null;
    readonly resultWords?: string | null;
  };
  /** about: null for the child, or one interview. matter: ''. */
  readonly RESTRICTION: {
    readonly restricted: boolean;
    readonly reason: string;
    /** Who may see: `person@agency`; empty until someone is named. */
    readonly admitted: readonly string[];
    /** Whom an allegation names: `person@agency`, never admitted. */
    readonly excluded: readonly string[];
    readonly allegation: boolean;
  };
  /** A return worker for the child. matter: the worker; of a host's own worker `<worker> <host>`, so that neither authority ends what the other said. */
  readonly ASSIGNMENT: {
    readonly worker: string;
    readonly from: number;
    readonly until: number | null;
    /** Whether the worker is independent, in what capacity they act, and whether the child asked for them. */
    readonly independentOfPlacement?: YesNoNotSaid;
    readonly independentOfAuthority?: YesNoNotSaid;
    readonly capacity?: Capacity | null;
    readonly chosenByChild?: boolean;
    readonly departure?: string | null;
  };
  /** matter: `<relationship> <holder>`. A person, or for ADDED_FORCE an agency. `confirmed`: business support's word waits for the coordinator. */
  readonly RELATIONSHIP: {
    readonly relationship: Relationship;
    readonly holder: string;
    readonly from: number;
    readonly until: number | null;
    readonly reason: string | null;
    readonly confirmed: boolean;
  };
  /** matter: the parent. */
  readonly PARENT: {
    readonly parent: string;
    readonly standing: 'RESPONSIBILITY' | 'CARE_HELD';
    readonly safeToInform: 'YES' | 'NO' | 'UNKNOWN';
    /** Of a child of 16 or over who lives independently: only if the child asks. */
    readonly childAsked: boolean;
    readonly livesIndependently: boolean;
  };
  /** matter: the person. */
  readonly EMERGENCY: { readonly person: string; readonly role: string; readonly reason: string; readonly until: number };
  /** about: the emergency decision. matter: ''. */
  readonly EMERGENCY_REVIEW: { readonly outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED'; readonly note: string };
  /** matter: the note's own key. */
  readonly SAFETY_NOTE: {
    /** The home's agency, or the carer as `person@agency`. */
    readonly recipient: string;
    readonly watchFor: string;
    readonly doThis: string;
    readonly ring: string;
    readonly approved: boolean;
    /** Where it was approved at once: what reads like somebody or somewhere, each of which its writer looked at and let stand. */
    readonly leftIn?: readonly LeftIn[];
  };
  /** about: the safety note. matter: `APPROVED` or `ACKNOWLEDGED`. */
  readonly SAFETY_NOTE_STEP: {
    readonly step: 'APPROVED' | 'ACKNOWLEDGED';
    /** Of APPROVED: what reads like somebody or somewhere, each of which the approver looked at and let stand. */
    readonly leftIn?: readonly LeftIn[];
  };
  /** One thing done on the way from a return to the end of the matter. about: an episode record; matter: `<step>`, of what is done more than once `<step> <key>`. */
  readonly RETURN_STEP: {
    readonly step: ReturnStepKind;
    readonly at: Interval;
    /** Whom it was done with or sent to: a person, an agency, or an addressee in words. */
    readonly addressee: string | null;
    /** Of TRIAGE which way; of others what came of it, in a word of their own. */
    readonly outcome: string | null;
    readonly words: string | null;
    /** Why the authority's practice was not followed. */
    readonly departure: string | null;
    /** Of NOT_APPROPRIATE_NOW: who covers meanwhile, and the ISO date to ask again. */
    readonly coveredBy: string | null;
    readonly askAgainOn: string | null;
    /** The concern behind the record that shows it to have been done: open to nobody to whom that is closed. */
    readonly of?: string | null;
    /** Of PREVENTION_PLAN: what reads like somebody or somewhere, each of which its writer looked at and let stand. */
    readonly leftIn?: readonly LeftIn[];
  };
  /** What is written of the child beside the interview. about: an episode record; matter: its own key. */
  readonly CASE_RECORD: {
    readonly record: CaseRecordKind;
    readonly at: Interval;
    readonly outcome: string | null;
    /** Why it was made: the triggers, the rules. */
    readonly grounds: readonly string[];
    /** Who took part. */
    readonly present: readonly string[];
    readonly words: string | null;
    /** The concern it hangs from. */
    readonly concern: string | null;
    readonly departure: string | null;
    /** Of SAFE_CONTACT, where it was said by the list. */
    readonly contact?: SafeContact | null;
  };
  /** What cannot wait for the form. about: null; matter: its own key. */
  readonly CONCERN: {
    readonly concern: ConcernKind;
    readonly words: string;
    /** When it was heard. */
    readonly at: Interval;
    readonly risk: Risk;
    readonly interview: string | null;
    /** The episode it is about, where one was named. */
    readonly episode?: string | null;
    /** Who is to answer, one after the other: `<role>:<agency>` or `person@agency`, each from an instant on. */
    readonly chain: readonly { readonly to: string; readonly from: number }[];
    /** Of an ALLEGATION: of whom it is made, `person@agency`, also where there was no room to shut them out. */
    readonly alleged?: readonly string[];
  };
  /** Who is to answer a concern since it changed who may know of it, by a restriction or the directory, in the place of its own chain. about: the concern; matter: ''. */
  readonly CONCERN_CHAIN: { readonly chain: readonly { readonly to: string; readonly from: number }[] };
  /** The answer to a concern. about: the concern; matter: ''. */
  readonly CONCERN_ANSWER: {
    readonly action: string;
    readonly owner: string;
    /** Epoch milliseconds. */
    readonly due: number;
  };
  /** Something somebody is to do, and what came of it. about: null; matter: its own key. */
  readonly CASE_ACTION: {
    readonly what: string;
    /** `person@agency`, or an agency. */
    readonly owner: string;
    readonly due: number;
    /** The concern, interview, episode or record it comes from. */
    readonly of: string | null;
    /** Where a home or a carer reads it: what reads like somebody or somewhere, each of which its writer looked at and let stand. */
    readonly leftIn?: readonly LeftIn[];
    /** Of what comes from a concern that its owner may not read: whoever set it did not say that they may read these words. */
    readonly keptFromOwner?: true;
  };
  /** What came of an action. about: the action; matter: ''. */
  readonly CASE_ACTION_OUTCOME: {
    readonly state: ActionState;
    readonly outcome: string | null;
    /** What is to be done and by when, where that was said anew since it was set. */
    readonly set?: { readonly what: string; readonly due: number; readonly keptFromOwner?: true };
    /** Where a home or a carer reads it: what reads like somebody or somewhere, each of which its writer looked at and let stand. */
    readonly leftIn?: readonly LeftIn[];
    /** Of what came of it, as of the action itself. */
    readonly keptFromOwner?: true;
  };
  /** The record keeper's word that the episode is closed for editing; about: an episode record. matter: ''. */
  readonly FINALISED: {
    readonly finalised: boolean;
    /** Why the authority's practice was not followed. */
    readonly departure?: string | null;
    /** Duties whose clocks ran then, and those that whoever closed it said are not owed. */
    readonly running?: readonly Duty[];
    readonly notOwed?: readonly Duty[];
  };
  /**
   * Are two person records one child? child and about: the two, the smaller id first. matter: both and the deciding authority,
   * as each says its own word; NONE takes the earlier one back.
   */
  readonly MATCH: { readonly decision: MatchDecision; readonly reason: string };
}
export type DecisionKind = keyof DecisionPayloads;

/** A passage of a text, in UTF-16 units from 0, and what it is taken for. */
export interface LeftIn {
  readonly from: number;
  readonly until: number;
  readonly kind: RedactionKind;
}

/** A person's decision: added, superseded by a later one on the same matter, never changed. */
export interface DecisionOf<K extends DecisionKind> {
  /** The hub's id of it; the client's key makes it. */
  readonly id: string;
  readonly kind: K;
  /** The person record (hub id) of the child it concerns. */
  readonly child: string;
  /** The interview, intelligence, note or episode record it is about; null: the child. */
  readonly about: string | null;
  readonly matter: string;
  /** From 1; each on the same kind, subject and matter is one more. */
  readonly revision: number;
  readonly payload: DecisionPayloads[K];
  readonly person: string;
  readonly agency: string;
  readonly role: string;
  /** Epoch milliseconds. */
  readonly at: number;
}
export type Decision = { [K in DecisionKind]: DecisionOf<K> }[DecisionKind];

