import { registerEnumType } from 'type-graphql';

/** A GraphQL enum whose every value says in plain words what it means; answers hold the value's own name. */
export function describedEnum<K extends string>(
  name: string,
  description: string,
  values: Readonly<Record<K, string>>,
): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  const valuesConfig: Record<string, { description: string }> = {};
  for (const [value, meaning] of Object.entries<string>(values)) {
    names[value] = value;
    valuesConfig[value] = { description: meaning };
  }
  registerEnumType(names, { name, description, valuesConfig });
  return names;
}
