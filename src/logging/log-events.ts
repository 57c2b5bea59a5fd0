/** Everything the hub can say in its log. A sentence is never put together from what passes through the hub. */
export const LOG_EVENTS = {
  'engine-started': 'The embedded PostgreSQL takes calls.',
  'engine-moved': 'The project lies under a closed folder, so the database lives in the machine\'s shared folder.',
  'hub-started': 'The hub takes calls.',
  'hub-stopping': 'The hub takes no new calls and finishes those under way.',
  'hub-stopped': 'The hub has stopped.',
  'request-answered': 'A request was answered.',
  'request-failed': 'A request failed by a fault of the hub.',
  'token-refused': 'A token was refused.',
  'issuer-keys-fault': 'The keys of an issuer are not all usable.',
  'directory-loaded': 'A new version of the directory is in force.',
  'document-received': 'A document was stored.',
  'document-held-off': 'A document was not let in: the hub has as much as it can read for now.',
  'document-taken': 'A document was taken in.',
  'document-quarantined': 'Parts of a document wait in quarantine.',
  'inbox-file-refused': 'A file of the inbox was refused, or not taken whole; the reason lies beside it.',
  'inbox-failed': 'The inbox could not be looked through; it is tried again.',
  'document-failed': 'The hub failed while taking a document in; it will be tried again.',
  'picture-refolded': 'The whole picture was made again, as the hub or its directory is another than it was made by.',
  'refold-failed': 'The whole picture could not be made again; it is tried again.',
  'read-failed': 'A read through the gate failed.',
  'seal-failed': 'What was shown and done could not be sealed; reads go on, and it is tried again.',
  'anchor-late': 'Seals could not be anchored and stay unanchored; reads go on, and it is tried again.',
  'anchor-differs': 'The anchors tell of other seals than the database: one of them was restored, cut or exchanged. Run "homeward audit verify".',
} as const;

export type LogEvent = keyof typeof LOG_EVENTS;
