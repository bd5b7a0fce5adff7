import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { PersonName } from '../oracle/people.ts';
import { identifyingFieldsOf } from '../schema/select.ts';

/** One place in the answer about one subject, and what each viewer found there. */
export interface Finding {
  type: string;
  field: string;
  /** A row of a list stands beside the list itself. */
  kind: 'leaf' | 'flag' | 'object' | 'list' | 'row';
  /** The object it is part of: only who sees that is asked about it. */
  within: string;
  /** By viewer a text that is the same for the same; null for nothing. */
  found: Map<PersonName, string | null>;
}

/** Everything that all viewers found of one subject. */
export class Observation {
  readonly findings = new Map<string, Finding>();
  /** By location of an object the viewers who saw it, and its own fields as the first of them saw them. */
  readonly objects = new Map<string, { seenBy: Set<PersonName>; fields: Record<string, unknown> }>();
  private readonly schema: GraphQLSchema;
  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** Notes an answer in which every field of the type was asked for. */
  note(viewer: PersonName, typeName: string, answer: Record<string, unknown>): void {
    this.object(viewer, this.schema.getType(typeName) as GraphQLObjectType, '', answer);
  }

  private object(
    viewer: PersonName,
    type: GraphQLObjectType,
    location: string,
    answer: Record<string, unknown>,
  ): void {
    const known = this.objects.get(location) ?? { seenBy: new Set(), fields: {} };
    this.objects.set(location, known);
    known.seenBy.add(viewer);
    for (const [name, value] of Object.entries(answer)) known.fields[name] ??= value;
    for (const field of Object.values(type.getFields()))
      this.field(viewer, type, field, location, answer[field.name]);
  }

  private field(
    viewer: PersonName,
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    within: string,
    value: unknown,
  ): void {
    const named = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    const location = `${within}.${field.name}`;
    const put = (at: string, kind: Finding['kind'], text: string | null) => {
      const finding = this.findings.get(at) ?? {
        type: type.name,
        field: field.name,
        kind,
        within,
        found: new Map(),
      };
      this.findings.set(at, finding);
      finding.found.set(viewer, text);
    };
    if (isLeafType(named) || identifyingFieldsOf(type.name, named.name)) {
      const text =
        value === null || value === undefined
          ? null
          : JSON.stringify(isLeafType(named) ? value : keysOf(value));
      const isEmptied = text === '[]' && isNonNullType(field.type);
      // What one subgraph adds to another's entity is nullable, and says no as plainly.
      const isFlag =
        named.name === 'Boolean' && (isNonNullType(field.type) || field.name.startsWith('viewerCan'));
      put(location, isFlag ? 'flag' : 'leaf', isEmptied ? null : text);
      return;
    }
    if (!isObjectType(named)) throw new Error(`${type.name}.${field.name} cannot be observed`);
    if (!isList) {
      put(location, 'object', value ? 'something' : null);
      if (value) this.object(viewer, named, location, value as Record<string, unknown>);
      return;
    }
    const rows = (value ?? null) as Record<string, unknown>[] | null;
    // Where the schema has no null, nothing is an empty list.
    put(
      location,
      'list',
      rows === null || (rows.length === 0 && isNonNullType(field.type)) ? null : 'something',
    );
    for (const [index, row] of (rows ?? []).entries()) {
      const at = `${location}[${String(row.id ?? index)}]`;
      put(at, 'row', 'something');
      this.object(viewer, named, at, row);
    }
  }
}

/** Entities inside an answer are told by what identifies them; in which order is not the question. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf).toSorted();
  const { id, number, code } = value as Record<string, unknown>;
  return id ?? number ?? code;
}
