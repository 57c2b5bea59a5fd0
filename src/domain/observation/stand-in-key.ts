/**
 * The person key of a message that names no person: it stands for whoever its report is about. An adapter whose source
 * may leave the person's key out uses it, so that the report still finds the child whom its other messages name.
 */
export function standInKey(report: string): string {
  return `misper:${report}`;
}
