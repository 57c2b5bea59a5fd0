/** Warnings of one kind as one line: the first place, and how many more. */
export function inBrief(warnings: readonly { readonly code: string; readonly place: string; readonly reason: string }[]): string[] {
  const kinds = Map.groupBy(warnings, ({ code }) => code);
  return [...kinds].map(([code, [first, ...more]]) => {
    const others = more.length === 0 ? '' : ` (and at ${String(more.length)} other places)`;
    return `${code} at ${first?.place ?? ''}: ${first?.reason ?? ''}${others}`;
  });
}
