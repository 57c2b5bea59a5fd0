import type { HubSide } from './hub-side.ts';
import { untilAnswered } from './until-answered.ts';

const LIST = 'query TooLate($after: String) { transmissions(first: 100, after: $after, filter: { withdrawnTooLate: true }) { nodes { id } pageInfo { endCursor hasNextPage } } }';

interface Page {
  readonly transmissions: { readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } };
}

/** What the hub lists, as somebody reads it, of what was withdrawn when it had left. */
export async function tooLateAsListed(host: HubSide, token: string): Promise<ReadonlySet<string>> {
  const listed: string[] = [];
  for (let after: string | null = null; ; ) {
    const { transmissions }: Page = await untilAnswered<Page>(host, { token, query: LIST, variables: { after } });
    listed.push(...transmissions.nodes.map(({ id }) => id));
    after = transmissions.pageInfo.endCursor;
    if (!transmissions.pageInfo.hasNextPage) {
      return new Set(listed);
    }
  }
}
