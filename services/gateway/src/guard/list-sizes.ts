import { Kind, parse, visit, type TypeNode } from 'graphql';

/** By a field's name: how many rows it counts for when a document names no page size. */
export type ListSizes = ReadonlyMap<string, number>;

/** What a list without a page size counts for: most have fewer rows, few have more. */
const UNPAGED_ROWS = 10;

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

/** Reads the sizes from a schema: the default of `first`, else a guess for lists; of fields with one name the largest. */
export function listSizesOf(sdl: string): ListSizes {
  const sizes = new Map<string, number>();
  visit(parse(sdl, { noLocation: true }), {
    FieldDefinition({ name: { value: name }, arguments: parameters, type }) {
      const page = parameters?.find((parameter) => parameter.name.value === 'first')?.defaultValue;
      // The edges of a connection are the rows that its page size has counted.
      const rows = page?.kind === Kind.INT ? Number(page.value) : isList(type) ? UNPAGED_ROWS : 0;
      if (name !== 'edges' && rows > (sizes.get(name) ?? 0)) sizes.set(name, rows);
    },
  });
  return sizes;
}
