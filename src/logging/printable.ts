/** C0 and C1 without line and tab, and what turns the direction of reading or ends a line where nobody sees it. */
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A text as it may be printed: what a terminal would take for a command stands there by its number. Documents, names of files
 * in them and what people wrote come from elsewhere, and must not be able to change what else is on the screen.
 */
export function printable(text: string): string {
  return text.replace(COMMANDS, (command) => `\\u${command.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
