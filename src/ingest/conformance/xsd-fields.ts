/** The names of the elements with text and of the attributes that an XML schema declares. */
export function xsdFields(xsd: string): string[] {
  const sections = new Set(Array.from(xsd.matchAll(/<xs:complexType\s[^>]*name="([^"]+)"/g), ([, name = '']) => name));
  const declared = Array.from(xsd.matchAll(/<xs:(element|attribute)\s([^>]*)>/g), ([, what = '', attributes = '']) => ({
    what,
    name: /\bname="([^"]+)"/.exec(attributes)?.[1] ?? '',
    isFixed: /\bfixed=/.test(attributes),
    type: /\btype="([^"]+)"/.exec(attributes)?.[1] ?? null,
  }));
  const fields = declared.filter(({ what, name, type, isFixed }) => name !== '' && !isFixed && (what === 'attribute' || (type !== null && !sections.has(type))));
  return [...new Set(fields.map(({ name }) => name))];
}
