/** What a code means, the HTTP status it travels under, and what the person who meets it can do. */
interface ErrorEntry {
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
}

/** Every error the hub can answer with, once. The README table is checked against this list. */
export const ERRORS = {
  CONFIG_INVALID: {
    status: 500,
    meaning: 'A configuration variable is missing or has a value the hub cannot use.',
    remedy: 'Set the named variable to the form the message gives and start again.',
  },
  ENGINE_UNAVAILABLE: {
    status: 503,
    meaning: 'The embedded PostgreSQL could not be started or reached here.',
    remedy: 'Follow the reason given, or name a PostgreSQL server in DATABASE_URL and DATABASE_OWNER_URL.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    meaning: 'The database did not answer.',
    remedy: 'Try again shortly; if it lasts, look at /health/ready and the database server.',
  },
  TOKEN_REQUIRED: {
    status: 401,
    meaning: 'The request carries no bearer token.',
    remedy: 'Send the header "Authorization: Bearer <token>".',
  },
  TOKEN_REFUSED: {
    status: 401,
    meaning: 'The token is not one this hub accepts, or its holder is not in the directory.',
    remedy: 'Get a new token from your issuer; if it is refused again, ask the hub operator to check the directory.',
  },
  ROLE_REQUIRED: {
    status: 403,
    meaning: 'You hold several roles and the request names none of them, or one you do not hold.',
    remedy: 'Send the header "Homeward-Role: <role>@<agency>" with one of the roles the message lists.',
  },
  DIRECTORY_INVALID: {
    status: 400,
    meaning: 'The directory file does not hold together; nothing of it was taken.',
    remedy: 'Mend the named place in the file and load it again.',
  },
  FORBIDDEN: {
    status: 403,
    meaning: 'Your role does not include this.',
    remedy: 'Ask a colleague whose role includes it, or the hub operator if your role is wrong.',
  },
  OFF_SHIFT: {
    status: 403,
    meaning: 'The role is held on shift only, and you are not on shift now.',
    remedy: 'Ask a colleague who is on shift, or the hub operator to mend the shifts in the directory.',
  },
  STALE_REVISION: {
    status: 409,
    meaning: 'Somebody changed this after you read it; nothing of yours was stored or lost.',
    remedy: 'Read it again and look at what changed; where yours is still needed, send it with the revision you then see.',
  },
  KEY_REUSED: {
    status: 409,
    meaning: 'The key was used before, with another content.',
    remedy: 'Make a new key (a UUID) for a new statement; to change an earlier one, send its id and revision.',
  },
  NOT_TRAINED: {
    status: 403,
    meaning: 'Approving a redacted text needs a person trained to do so, other than its author.',
    remedy: 'Ask a trained colleague who did not write the text.',
  },
  REDACTION_STALE: {
    status: 409,
    meaning: 'The interview changed after this text was made from it, or the hub knows of somebody or somewhere that stands in the text.',
    remedy: 'Read the interview and its suggested redactions again, and propose the text anew.',
  },
  TEXT_UNCONFIRMED: {
    status: 409,
    meaning: 'Passages of a text for a home, a carer or a parent read like names, places or numbers or speak of the home, and whoever writes or approves it has not said of each that it may stand.',
    remedy: 'Look at each passage the message names by its place. Send where those begin that may stand, or have the text written anew without the others.',
  },
  RATE_LIMITED: {
    status: 429,
    meaning: 'You asked this more often than the hub answers it.',
    remedy: 'Wait for the time the message names. In an emergency ring the duty contact of the authority.',
  },
  TOO_MANY_STREAMS: {
    status: 429,
    meaning: 'You follow as much at once as one person may, or the hub holds as many open streams as it can.',
    remedy: 'End subscriptions that you no longer look at, or open this one later.',
  },
  BUSY: {
    status: 429,
    meaning: 'The hub holds as many documents as it can read for now, of this source or of all.',
    remedy: 'Send the same document again after the seconds that Retry-After gives; keep it until it is acknowledged with 202 or 200.',
  },
  LEGAL_HOLD: {
    status: 409,
    meaning: 'The record is under a legal hold and cannot be erased.',
    remedy: 'Have the hold lifted by those who set it, then ask again.',
  },
  ATTACHMENT_REFUSED: {
    status: 400,
    meaning: 'Nothing can be attached: the hub has no level for attachments yet.',
    remedy: 'Describe what the attachment shows, and keep the file in your own system.',
  },
  NOT_FOUND: {
    status: 404,
    meaning: 'There is nothing here that you may see.',
    remedy: 'Check the id. If you believe you should see it, ask the hub coordinator of the responsible authority.',
  },
  BAD_INPUT: {
    status: 400,
    meaning: 'The request is not one the hub understands.',
    remedy: 'Mend the part the message names.',
  },
  CURSOR_INVALID: {
    status: 400,
    meaning: 'The cursor was not given to you by this hub.',
    remedy: 'Start again from the first page, without "after".',
  },
  QUERY_REFUSED: {
    status: 400,
    meaning: 'The query is larger than the hub answers in one go.',
    remedy: 'Ask for fewer fields, fewer aliases or a smaller page.',
  },
  OPERATION_NOT_REGISTERED: {
    status: 400,
    meaning: 'The hub runs only operations that are registered with it, and this is none of them; nothing was read.',
    remedy: 'Send the id of an operation in schema/operations/manifest.json as extensions.persistedQuery.sha256Hash, or ask the hub operator to register yours.',
  },
  ADAPTER_UNKNOWN: {
    status: 404,
    meaning: 'No adapter has this name.',
    remedy: 'Use one of the adapters the message lists.',
  },
  SOURCE_UNKNOWN: {
    status: 403,
    meaning: 'The source system is not in the directory, or does not use this adapter.',
    remedy: 'Ask the hub operator to add the source system to the directory with this adapter.',
  },
  EXTRACTED_REQUIRED: {
    status: 400,
    meaning: 'Files of this format do not say when they were extracted.',
    remedy: 'Add ?extracted=<time> (or --extracted <time>), such as 2026-04-30T06:00:00Z.',
  },
  EXTRACTED_INVALID: {
    status: 400,
    meaning: 'The extraction time cannot be read, or lies in the future.',
    remedy: 'Give an ISO 8601 date or time that has passed, such as 2026-04-30T06:00:00Z.',
  },
  SIGNATURE_REQUIRED: {
    status: 400,
    meaning: 'Documents of this format are signed by the system that sends them, and this one is not; nothing was stored.',
    remedy: 'Sign the bytes as they are sent, as a detached JWS, and send it in the header Homeward-Signature or beside the file as <file>.jws.',
  },
  SIGNATURE_INVALID: {
    status: 400,
    meaning: 'The signature is not one that a key of the sending system made over these very bytes; nothing of the document is taken.',
    remedy: 'Sign the bytes that are sent, unchanged, with the private half of a key that the directory names under that kid; EdDSA, ES256 or RS256.',
  },
  NOT_FOR_THIS_HUB: {
    status: 400,
    meaning: 'The message is for another hub, or for an agency that this hub does not serve; nothing was stored.',
    remedy: 'Send it to the hub that serves the agency; correct the channel in the directory.',
  },
  FORMAT_CANNOT_SAY: {
    status: 422,
    meaning: 'The format of the receiving system has no way to say what was to be sent to it; nothing was sent.',
    remedy: 'Send what the message names together with it, or tell the receiver in another way.',
  },
  DOCUMENT_TOO_LARGE: {
    status: 413,
    meaning: 'The document is larger than this hub takes; nothing was stored.',
    remedy: 'Send it in smaller files, or ask the hub operator to raise MAX_DOCUMENT_MB.',
  },
  DOCUMENT_EMPTY: {
    status: 422,
    meaning: 'The document has no content.',
    remedy: 'Check the export and send the file again.',
  },
  DOCUMENT_ENCODING: {
    status: 422,
    meaning: 'The bytes are not in the encoding the document declares.',
    remedy: 'Send it as UTF-8, or declare the encoding it really has.',
  },
  DOCUMENT_MALFORMED: {
    status: 422,
    meaning: 'The document breaks off or is not well formed.',
    remedy: 'Check at the named place that the whole file was sent, and send it again.',
  },
  DOCUMENT_ENTITY: {
    status: 422,
    meaning: 'The document declares a DOCTYPE or entities, which the hub never expands.',
    remedy: 'Send it without a DOCTYPE.',
  },
  DOCUMENT_SCHEMA: {
    status: 422,
    meaning: 'The document does not have the shape of this format.',
    remedy: 'Mend the named element or column; the adapter README shows the shape.',
  },
  RECORD_KEY_MISSING: {
    status: 422,
    meaning: 'A record carries no key of its own, so the hub cannot tell which record it is.',
    remedy: 'Give the record the key the message names.',
  },
  VALUE_INVALID: {
    status: 422,
    meaning: 'A value is not one this field can have.',
    remedy: 'Mend the value at the named place and send the record again.',
  },
  ORDER_CONFLICT: {
    status: 422,
    meaning: 'The same record came twice with the same order but different content.',
    remedy: 'Send the right version again with a later time or revision.',
  },
  EXTRACT_WOULD_RETRACT: {
    status: 422,
    meaning: 'Taking this full extract would retract more than a twentieth of what the source said before.',
    remedy: 'Check that the extract is whole. If it is right, a person of the sender replays it with --accept-retractions, or by replayQuarantine with acceptRetractions.',
  },
  DOCUMENT_UNREADABLE: {
    status: 422,
    meaning: 'The hub failed while reading the document; the fault is kept for the operator.',
    remedy: 'Tell the hub operator the document id; it can be replayed once mended.',
  },
  INTERNAL: {
    status: 500,
    meaning: 'The hub failed.',
    remedy: 'Try again; if it fails again, give the operator the reference in the message.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** The only error the hub throws on purpose. The message never carries a child's details. */
export class HubError extends Error {
  override readonly name = 'HubError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, string | number | readonly string[]>> = {},
  ) {
    super(message);
  }
}
