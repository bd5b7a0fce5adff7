import {
  Kind,
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { LIMITS } from './limits.ts';
import type { ListSizes } from './list-sizes.ts';

/** Sizes of a selection set with all its fragments expanded. Sums may be huge (never endless): compare, do not allocate. */
export interface Measure {
  selections: number;
  /** Of nested fields; what lies below `__schema` and `__type` is counted in `introspectionDepth`. */
  depth: number;
  introspectionDepth: number;
  aliases: number;
  directives: number;
  /** Fields at the top, fragments opened; `__typename` apart. */
  topFields: number;
  /** Rows of all lists, each as often as the lists around it have rows. */
  rows: number;
  hasCycle: boolean;
  introspects: boolean;
  /** A literal `first` or `last` is out of range. */
  hasExcessivePage: boolean;
  /** Variables given as `first` or `last`. */
  pageSizeVariables: ReadonlySet<string>;
}

const NOTHING: Measure = {
  selections: 0,
  depth: 0,
  introspectionDepth: 0,
  aliases: 0,
  directives: 0,
  topFields: 0,
  rows: 0,
  hasCycle: false,
  introspects: false,
  hasExcessivePage: false,
  pageSizeVariables: new Set(),
};

const beside = (a: Measure, b: Measure): Measure => ({
  selections: a.selections + b.selections,
  depth: Math.max(a.depth, b.depth),
  introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  topFields: a.topFields + b.topFields,
  rows: a.rows + b.rows,
  hasCycle: a.hasCycle || b.hasCycle,
  introspects: a.introspects || b.introspects,
  hasExcessivePage: a.hasExcessivePage || b.hasExcessivePage,
  pageSizeVariables: b.pageSizeVariables.size
    ? new Set([...a.pageSizeVariables, ...b.pageSizeVariables])
    : a.pageSizeVariables,
});

/** Whether a page size is no number from 0 to the most allowed. */
export const isExcessivePage = (size: number): boolean => !(size >= 0 && size <= LIMITS.pageSize);

/** Whether a literal is a number out of range; other kinds are for validation to refuse. */
export const isExcessiveLiteral = (value: ValueNode): boolean =>
  (value.kind === Kind.INT || value.kind === Kind.FLOAT) && isExcessivePage(Number(value.value));

const isPageSize = ({ name }: ArgumentNode) => name.value === 'first' || name.value === 'last';

/**
 * Measures selection sets of one document. Every fragment is measured once however often it is spread, so the time is
 * linear in the text though the expansion may be exponential.
 * @param listSizes rows of a list for which the document names no size, by the field's name.
 */
export function createMeasure(fragments: ReadonlyMap<string, FragmentDefinitionNode>, listSizes: ListSizes) {
  const known = new Map<string, Measure>();
  const open = new Set<string>();

  function ofFragment(name: string): Measure {
    const measured = known.get(name);
    if (measured) return measured;
    if (open.has(name)) return { ...NOTHING, hasCycle: true };
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    open.add(name);
    const inside = ofSelections(fragment.selectionSet);
    open.delete(name);
    const measure = { ...inside, directives: inside.directives + (fragment.directives?.length ?? 0) };
    known.set(name, measure);
    return measure;
  }

  function rowsOf(field: FieldNode, inside: Measure): number {
    const sizes = (field.arguments ?? []).filter(isPageSize).map(({ value }) =>
      // A variable may be as large as a page can be. Nothing is asked for by a page of none, but a resolver may give one row.
      value.kind === Kind.INT ? Math.max(1, Number(value.value)) : LIMITS.pageSize,
    );
    const size = sizes.length ? Math.max(...sizes) : listSizes.get(field.name.value);
    return size === undefined ? inside.rows : size * (1 + inside.rows);
  }

  function ofField(field: FieldNode): Measure {
    const inside = field.selectionSet ? ofSelections(field.selectionSet) : NOTHING;
    const name = field.name.value;
    const introspects = name === '__schema' || name === '__type';
    const pages = field.arguments?.filter(isPageSize) ?? [];
    const variables = pages.flatMap(({ value }) => (value.kind === Kind.VARIABLE ? [value.name.value] : []));
    return {
      selections: inside.selections + 1,
      depth: introspects ? 1 : inside.depth + 1,
      introspectionDepth: introspects ? inside.depth + 1 : inside.introspectionDepth,
      aliases: inside.aliases + (field.alias ? 1 : 0),
      directives: inside.directives + (field.directives?.length ?? 0),
      topFields: name === '__typename' ? 0 : 1,
      rows: introspects ? 0 : rowsOf(field, inside),
      hasCycle: inside.hasCycle,
      introspects: inside.introspects || introspects,
      hasExcessivePage: inside.hasExcessivePage || pages.some(({ value }) => isExcessiveLiteral(value)),
      pageSizeVariables: variables.length
        ? new Set([...inside.pageSizeVariables, ...variables])
        : inside.pageSizeVariables,
    };
  }

  function ofSelections({ selections }: SelectionSetNode): Measure {
    let sum = NOTHING;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        sum = beside(sum, ofField(selection));
        continue;
      }
      const inside =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : ofSelections(selection.selectionSet);
      sum = beside(sum, {
        ...inside,
        selections: inside.selections + 1,
        directives: inside.directives + (selection.directives?.length ?? 0),
      });
    }
    return sum;
  }

  return { ofSelections };
}
