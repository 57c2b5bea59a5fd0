export default async function globalTeardown() {
  await globalThis.homewardTestEngine.stop();
}
