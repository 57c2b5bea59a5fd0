import './typescript-hooks.mjs';

const { startTestEngine } = await import('./test-engine.ts');

/** One engine for the whole run; its address reaches the workers through their environment. */
export default async function globalSetup() {
  globalThis.homewardTestEngine = await startTestEngine();
}
