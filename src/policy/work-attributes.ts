import type { Attributes } from './attribute-group.ts';

export const BRIEFING_NOTICE: Attributes = { notice: ['id', 'kind', 'text', 'about', 'raisedAt', 'answerBy', 'step', 'notAnsweredBy', 'waitsFor', 'since', 'next', 'child'] };

/** What goes to another agency: that it came, for both sides; how it went, for the side that sends. Never what it says. */
export const TRANSMISSION: Attributes = {
  notice: ['id', 'matter', 'act', 'state', 'from', 'to', 'sentAt', 'acknowledgedAt', 'receipt', 'corrects', 'child'],
  sent: [
    'records',
    'recipient',
    'channel',
    'decidedBy',
    'decision',
    'because',
    'revision',
    'holds',
    'tries',
    'nextTryAt',
    'fault',
    'withdrawnTooLate',
    'level',
    'fields',
    'madeAt',
    'deadline',
    'overdue',
    'events',
  ],
};

/** Two person records that may be one child: what speaks for and against it, never the other record's values. */
export const MATCH_REVIEW: Attributes = {
  likeness: [
    'id',
    'state',
    'verdict',
    'evidence',
    'since',
    'ourDecision',
    'revision',
    'firstRecord',
    'firstAgency',
    'firstChild',
    'secondRecord',
    'secondAgency',
    'secondChild',
  ],
};

export const QUARANTINE_ENTRY: Attributes = {
  identity: [
    'id',
    'document',
    'agency',
    'system',
    'adapter',
    'code',
    'place',
    'reason',
    'remedy',
    'messageKind',
    'givenName',
    'familyName',
    'dateOfBirth',
    'risk',
    'countsAsHigh',
    'state',
    'raisedAt',
    'readByAgencies',
    'settledAt',
    'settledBy',
    'settledReason',
  ],
  excerpt: ['excerpt', 'wouldRetract'],
};

export const SOURCE: Attributes = {
  freshness: ['agency', 'system', 'adapter', 'lastReceivedAt', 'latestOrder', 'expectedEveryHours', 'silentSince'],
  counts: ['documents', 'waiting', 'records', 'quarantined'],
};

export const DISCLOSURE_RECORD: Attributes = {
  identity: [
    'id',
    'at',
    'actor',
    'agency',
    'role',
    'purpose',
    'lawfulBasis',
    'operation',
    'policyVersion',
    'controllers',
    'children',
    'outcome',
    'objects',
  ],
};
