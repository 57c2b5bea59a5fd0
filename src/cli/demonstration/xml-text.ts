/** Elements by name, each a text, elements within it, or a list of them; a name may carry its attributes. */
export interface XmlTree {
  readonly [name: string]: string | XmlTree | readonly (string | XmlTree)[];
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The elements as XML, in the order in which they are named. */
export function xmlText(tree: XmlTree): string {
  return Object.entries(tree)
    .flatMap(([name, content]) => (isList(content) ? content : [content]).map((one) => element(name, one)))
    .join('');
}

function isList(content: XmlTree[string]): content is readonly (string | XmlTree)[] {
  return Array.isArray(content);
}

function element(name: string, content: string | XmlTree): string {
  const [bare = name] = name.split(' ');
  return `<${name}>${typeof content === 'string' ? escape(content) : xmlText(content)}</${bare}>`;
}
