import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { listen } from '../../src/http/listen.ts';

/** Another service's own words, beside the hub's: at which invented school a child is, whom it knows by the hub's id alone. */
const WORDS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Child @key(fields: "id") { id: ID!  school: String }
  type Episode @key(fields: "id", resolvable: false) { id: ID! }
  type Query { pupils(school: String!): [Child!]!  lessonsMissed: [Episode!]! }
`;

/** What the register says, and where it answers. */
export interface SchoolRegister {
  readonly url: string;
  readonly sdl: string;
  /** By the hub's id of the child. */
  readonly schools: Map<string, string>;
  readonly episodes: string[];
  close(): Promise<void>;
}

/** A small subgraph of somebody else's, over HTTP. */
export async function aSchoolRegister(): Promise<SchoolRegister> {
  const schools = new Map<string, string>();
  const episodes: string[] = [];
  const pupil = ({ id }: { readonly id: string }): object => ({ id, school: schools.get(id) ?? null });
  const schema: GraphQLSchema = buildSubgraphSchema([
    {
      typeDefs: parse(WORDS),
      resolvers: {
        Query: {
          pupils: (_: unknown, { school }: { school: string }) => [...schools].filter(([, name]) => name === school).map(([id]) => pupil({ id })),
          lessonsMissed: () => episodes.map((id) => ({ id })),
        },
        Child: { __resolveReference: pupil },
      },
    },
  ]);
  const server = await listen((request, response) => {
    void text(request).then(async (body) => {
      const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables ?? null })));
    });
  }, { host: '127.0.0.1', port: 0 });
  return { url: `http://127.0.0.1:${String(server.port)}`, sdl: WORDS, schools, episodes, close: () => server.stop(1000) };
}
