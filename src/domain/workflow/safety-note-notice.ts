/** By which a safety note is told: its home or carer answers it by acknowledging the note. */
export const SAFETY_NOTE_NOTICE = { kind: 'SAFETY_NOTE', text: 'A safety note waits to be read and acknowledged by the home or the carer it is for.' } as const;
