import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { countTokens } from './count-tokens.ts';
import { LIMITS, refusal, type Limit, type Refusal } from './limits.ts';
import type { ListSizes } from './list-sizes.ts';
import { createMeasure, isExcessiveLiteral, isExcessivePage, type Measure } from './measure.ts';

/** An operation of a document, as far as logs and the choice of the one to run need it. */
export interface InspectedOperation {
  name: string | null;
  kind: OperationTypeNode;
}

/** What a document's text says about itself, whoever sends it and with whatever variables. */
export type Inspection =
  | { verdict: 'unreadable'; message: string }
  | { verdict: 'refused'; refusal: Refusal }
  | {
      verdict: 'admitted';
      operations: readonly InspectedOperation[];
      introspects: boolean;
      /** Rows that its largest operation may give, every list as often as the lists around it have rows. */
      rows: number;
      /** Variables whose value is a page size, to be checked with each request. */
      pageSizeVariables: readonly string[];
    };

/**
 * Decides from the text alone whether a document may go on to validation and planning, in time linear to its length.
 * Validation and planning come too late: a kilobyte of nested fragments keeps them busy for seconds.
 */
export function inspectDocument(
  text: string,
  listSizes: ListSizes = new Map(),
  width: 'expandedSelections' | 'persistedSelections' = 'expandedSelections',
): Inspection {
  let document: DocumentNode;
  try {
    if (countTokens(text, LIMITS.tokens) > LIMITS.tokens)
      return { verdict: 'refused', refusal: refusal('tokens') };
    document = parse(text, { noLocation: true, maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return { verdict: 'unreadable', message: error.message };
    throw error;
  }
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const measure = createMeasure(
    new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    listSizes,
  );
  const measured = operations.map((operation) => ({
    operation,
    measure: measure.ofSelections(operation.selectionSet),
  }));
  // Validation also walks fragments that nothing spreads or whose name stands twice, so they must be small too.
  const fragmentMeasures = fragments.map(({ selectionSet }) => measure.ofSelections(selectionSet));
  const broken = brokenLimit(measured, fragmentMeasures, width);
  if (broken) return { verdict: 'refused', refusal: refusal(broken) };
  return {
    verdict: 'admitted',
    operations: operations.map(({ name, operation }) => ({ name: name?.value ?? null, kind: operation })),
    introspects: [...measured.map((each) => each.measure), ...fragmentMeasures].some(
      ({ introspects }) => introspects,
    ),
    rows: Math.max(0, ...measured.map((each) => each.measure.rows)),
    pageSizeVariables: [...new Set(measured.flatMap((each) => [...each.measure.pageSizeVariables]))],
  };
}

interface Measured {
  operation: OperationDefinitionNode;
  measure: Measure;
}

function brokenLimit(
  measured: readonly Measured[],
  fragments: readonly Measure[],
  width: 'expandedSelections' | 'persistedSelections',
): Limit | null {
  const all = [...measured.map(({ measure }) => measure), ...fragments];
  const sum = (of: (each: Measured) => number) => measured.reduce((total, each) => total + of(each), 0);
  const most = (of: (each: Measured) => number) => Math.max(0, ...measured.map(of));

  if (all.some(({ hasCycle }) => hasCycle)) return 'fragmentCycles';
  if (measured.some(({ operation }) => operation.operation === OperationTypeNode.SUBSCRIPTION))
    return 'subscriptions';
  const expanded = Math.max(
    sum(({ measure }) => measure.selections),
    ...fragments.map(({ selections }) => selections),
  );
  if (expanded > LIMITS[width]) return width;
  if (most(({ measure }) => measure.depth) > LIMITS.depth) return 'depth';
  if (most(({ measure }) => measure.introspectionDepth) > LIMITS.introspectionDepth)
    return 'introspectionDepth';
  if (sum(({ measure }) => measure.aliases) > LIMITS.aliases) return 'aliases';
  if (sum(directivesOf) > LIMITS.directives) return 'directives';
  if (most(({ measure }) => measure.topFields) > LIMITS.rootFields) return 'rootFields';
  const mutations = measured.filter(({ operation }) => operation.operation === OperationTypeNode.MUTATION);
  if (mutations.some(({ measure }) => measure.topFields > LIMITS.mutationFields)) return 'mutationFields';
  if (all.some(({ hasExcessivePage }) => hasExcessivePage) || measured.some(hasExcessiveDefault))
    return 'pageSize';
  if (most(({ measure }) => measure.rows) > LIMITS.rows) return 'rows';
  return null;
}

const directivesOf = ({ operation, measure }: Measured) =>
  measure.directives +
  (operation.directives?.length ?? 0) +
  (operation.variableDefinitions ?? []).reduce((total, each) => total + (each.directives?.length ?? 0), 0);

const hasExcessiveDefault = ({ operation, measure }: Measured) =>
  (operation.variableDefinitions ?? []).some(
    ({ variable, defaultValue }) =>
      defaultValue && measure.pageSizeVariables.has(variable.name.value) && isExcessiveLiteral(defaultValue),
  );

/** Whether the variables of a request ask for more rows than a page may have. */
export const asksForTooMany = (
  pageSizeVariables: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): boolean =>
  pageSizeVariables.some((name) => {
    const value = variables[name];
    return typeof value === 'number' && isExcessivePage(value);
  });
