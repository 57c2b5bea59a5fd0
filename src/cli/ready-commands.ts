/** A command worth trying first, as it is printed at start and shown on the start page. */
export interface TriedCommand {
  readonly title: string;
  readonly command: string;
}

/** Where the hub listens, and its data folder where somebody chose one: a command must mean the same hub. */
export interface CommandPlace {
  readonly port: number;
  readonly dataFolder: string | null;
}

/** Three commands that work as they stand beside a hub with the demonstration. */
export function readyCommands({ port, dataFolder }: CommandPlace): readonly TriedCommand[] {
  const homeward = `${dataFolder === null ? '' : `HOMEWARD_DATA='${dataFolder}' `}npx homeward`;
  const token = `$(${homeward} token --as northmere-coordinator)`;
  const query = '{ briefing(authority: \\"northmere\\") { missing { inWords episode { status risk } child { givenName age } } } }';
  return [
    { title: 'See who you can be', command: `${homeward} personas` },
    {
      title: 'Ask for the morning briefing as the coordinator of Northmere',
      command: `curl -s http://localhost:${String(port)}/graphql -H "authorization: Bearer ${token}" -H "content-type: application/json" -d '{"query":"${query}"}'`,
    },
    {
      title: 'Take in a police file from the command line, while the hub runs',
      command: `${homeward} ingest police-compact --source mereshire-compact adapters/police-compact/samples/missing-from-placement.xml`,
    },
  ];
}
