import {
  Kind,
  print,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from 'graphql';

/** Something that composes but that people should know of. `coordinate` is `Type`, `Type.field` or `Type.VALUE`. */
export interface Hint {
  code: 'INCONSISTENT_DESCRIPTION' | 'INCONSISTENT_FIELD_TYPE' | 'INCONSISTENT_ENUM_VALUE';
  coordinate: string;
  message: string;
}

/** A hint that was looked at and is meant so. */
export interface AllowedHint {
  code: Hint['code'];
  coordinate: string;
  /** Why it is right. */
  reason: string;
}

interface Seen {
  descriptions: Map<string, string>;
  types: Map<string, string>;
}

interface Members {
  subgraph: string;
  names: Set<string>;
}

type Member = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** Compares what several subgraphs say of the same types. The composition library itself reports errors only. */
export function findHints(subgraphs: Readonly<Record<string, DocumentNode>>): Hint[] {
  const seen = new Map<string, Seen>();
  const enums = new Map<string, Members[]>();

  const note = (coordinate: string, subgraph: string, description: string | undefined, type?: string) => {
    const entry = seen.get(coordinate) ?? { descriptions: new Map(), types: new Map() };
    seen.set(coordinate, entry);
    if (description) entry.descriptions.set(description, subgraph);
    if (type) entry.types.set(type, subgraph);
  };
  const noteMembers = (owner: string, subgraph: string, members: readonly Member[]) => {
    for (const member of members) {
      note(
        `${owner}.${member.name.value}`,
        subgraph,
        member.description?.value,
        'type' in member ? print(member.type) : undefined,
      );
    }
    return { subgraph, names: new Set(members.map(({ name }) => name.value)) };
  };
  for (const [subgraph, document] of Object.entries(subgraphs)) {
    for (const node of document.definitions) {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
          note(node.name.value, subgraph, node.description?.value);
          noteMembers(node.name.value, subgraph, node.fields ?? []);
          break;
        case Kind.ENUM_TYPE_DEFINITION:
          note(node.name.value, subgraph, node.description?.value);
          enums.set(node.name.value, [
            ...(enums.get(node.name.value) ?? []),
            noteMembers(node.name.value, subgraph, node.values ?? []),
          ]);
          break;
        case Kind.SCALAR_TYPE_DEFINITION:
        case Kind.UNION_TYPE_DEFINITION:
          note(node.name.value, subgraph, node.description?.value);
          break;
      }
    }
  }
  return [
    ...[...seen].flatMap(([coordinate, { descriptions, types }]): Hint[] => [
      ...(descriptions.size > 1
        ? [
            {
              code: 'INCONSISTENT_DESCRIPTION' as const,
              coordinate,
              message: `described differently in ${[...descriptions.values()].join(', ')}`,
            },
          ]
        : []),
      ...(types.size > 1
        ? [
            {
              code: 'INCONSISTENT_FIELD_TYPE' as const,
              coordinate,
              message: [...types].map(([type, subgraph]) => `${type} in ${subgraph}`).join(', '),
            },
          ]
        : []),
    ]),
    ...missingValues(enums),
  ].sort((a, b) => (`${a.coordinate} ${a.code}` < `${b.coordinate} ${b.code}` ? -1 : 1));
}

function missingValues(enums: Map<string, Members[]>): Hint[] {
  return [...enums].flatMap(([name, places]) => {
    const all = new Set(places.flatMap(({ names }) => [...names]));
    return [...all].flatMap((member) => {
      const without = places.filter(({ names }) => !names.has(member)).map(({ subgraph }) => subgraph);
      return without.length
        ? [
            {
              code: 'INCONSISTENT_ENUM_VALUE' as const,
              coordinate: `${name}.${member}`,
              message: `absent in ${without.join(', ')}`,
            },
          ]
        : [];
    });
  });
}
