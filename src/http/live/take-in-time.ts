/** Sends something and waits until it is taken; who does not take it in time is dropped, for what waits for them would grow. */
export async function takeInTime(slowMs: number, { send, drop }: { readonly send: (taken: (error?: Error | null) => void) => void; readonly drop: () => void }): Promise<void> {
  const slow = setTimeout(drop, slowMs);
  try {
    await new Promise<void>((resolve) => {
      // An error means that the connection is gone, which its own end tells.
      send(() => {
        resolve();
      });
    });
  } finally {
    clearTimeout(slow);
  }
}
